/// One conversation in real time: endpointing, barge-in, playout ledger, turns.
@NullMarked
package dev.frontdesk.voice;

import org.jspecify.annotations.NullMarked;
