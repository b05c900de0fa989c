/// G.711, L16, resampling, voice activity, DTMF tones: arrays in, arrays out; and the port at which telephony and voice meet.
@NullMarked
package dev.frontdesk.media;

import org.jspecify.annotations.NullMarked;
