package dev.frontdesk.messaging;

import java.util.HexFormat;

/// One message to one person. Made from what caused it, so that the same cause is the same message
/// however often it is worked on.
///
/// @param value 32 hex digits
public record MessageId(String value) {
  public MessageId {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a message id is 32 hex digits");
    }
  }

  public static MessageId of(String cause) {
    return new MessageId(HexFormat.of().formatHex(Digests.sha256(cause), 0, 16));
  }
}
