/// Language models behind OpenAI's chat completions protocol, which most servers of models speak.
@NullMarked
package dev.frontdesk.integrations.openai;

import org.jspecify.annotations.NullMarked;
