package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/// What a caller's telephone sends, frame by frame: clips one after another, and in between the
/// sound of the room.
final class CallerMouth {
  private final byte[] frame;
  private final byte[] room;
  private final Queue<byte[]> clips = new ArrayDeque<>();
  private int at;
  private int roomAt;

  /// @param room the sound of the caller's room, repeated for ever; whole frames
  CallerMouth(AudioFormat format, byte[] room) {
    this.frame = new byte[format.frameBytes()];
    this.room = room;
    if (room.length == 0 || room.length % frame.length != 0) {
      throw new IllegalArgumentException("a room sounds for whole frames");
    }
  }

  /// Silence, one frame of it.
  static byte[] silence(AudioFormat format) {
    var quiet = new byte[format.frameBytes()];
    if (format.encoding() == AudioFormat.Encoding.ULAW) {
      Arrays.fill(quiet, (byte) 0xff);
    }
    return quiet;
  }

  void say(Clip clip) {
    if (clip.audio().length > 0) {
      clips.add(clip.audio());
    }
  }

  boolean isSpeaking() {
    return !clips.isEmpty();
  }

  /// The next 20 ms. The array is overwritten by the next call.
  byte[] next() {
    System.arraycopy(room, roomAt, frame, 0, frame.length);
    roomAt = (roomAt + frame.length) % room.length;
    var clip = clips.peek();
    if (clip != null) {
      int length = Math.min(frame.length, clip.length - at);
      System.arraycopy(clip, at, frame, 0, length);
      at += length;
      if (at == clip.length) {
        clips.remove();
        at = 0;
      }
    }
    return frame;
  }
}
