/// Deepgram's streaming recognition: Nova (`/v1/listen`) and Flux (`/v2/listen`).
@NullMarked
package dev.frontdesk.integrations.deepgram;

import org.jspecify.annotations.NullMarked;
