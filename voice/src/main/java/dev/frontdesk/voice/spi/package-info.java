/// What the voice room needs from others: ears (speech to text), a mouth (text to speech), and an
/// agent that decides what to say.
@NullMarked
package dev.frontdesk.voice.spi;

import org.jspecify.annotations.NullMarked;
