/// CMU PocketSphinx: speech recognition on this machine, within a grammar.
@NullMarked
package dev.frontdesk.integrations.pocketsphinx;

import org.jspecify.annotations.NullMarked;
