package dev.frontdesk.voice;

/// Whether a frame holds a voice. One per call; on the loop only.
interface Activity {
  boolean voiced(byte[] bytes, int offset, int length);
}
