package dev.frontdesk.telephony;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// Writes a WebSocket message as one buffer: room for the header is kept before the payload, so
/// that nothing is copied and no frame object made for each 20 ms of audio.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.2</a>
final class WebSocketBytes {
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;

  private static final int FINAL = 0x80;
  private static final int LONGEST_HEADER = 10;

  private WebSocketBytes() {}

  static ByteBuf payload(ByteBufAllocator allocator, int capacity) {
    var buffer = allocator.directBuffer(LONGEST_HEADER + capacity);
    return buffer.setIndex(LONGEST_HEADER, LONGEST_HEADER);
  }

  /// Puts the header before what was written to a buffer made by `payload`.
  static ByteBuf message(ByteBuf payload, int opcode) {
    int start = payload.readerIndex();
    if (start != LONGEST_HEADER) {
      throw new IllegalArgumentException("not a fresh payload buffer");
    }
    int length = payload.readableBytes();
    if (length < 126) {
      start -= 2;
      payload.setByte(start + 1, length);
    } else if (length < 0x10000) {
      start -= 4;
      payload.setByte(start + 1, 126);
      payload.setShort(start + 2, length);
    } else {
      start -= 10;
      payload.setByte(start + 1, 127);
      payload.setLong(start + 2, length);
    }
    payload.setByte(start, FINAL | opcode);
    return payload.readerIndex(start);
  }
}
