package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.PhoneNumber;

/// From where texts are sent.
public sealed interface Sender {
  record Number(PhoneNumber number) implements Sender {}

  /// The carrier picks a number of the service's pool.
  record Service(String sid) implements Sender {
    public Service {
      if (!sid.matches("MG[0-9a-zA-Z]{32}")) {
        throw new IllegalArgumentException("a messaging service is MG and 32 letters and digits");
      }
    }
  }

  /// The same sender is the same text.
  default String plain() {
    return switch (this) {
      case Number(var number) -> number.e164();
      case Service(var sid) -> sid;
    };
  }
}
