package dev.frontdesk.lab;

import java.time.Duration;

/// What befalls one message from a simulated vendor to the server: a status callback, a push.
public sealed interface CallbackFault {
  /// Arrives, once.
  record Once() implements CallbackFault {}

  /// Arrives at once, and the same again after a while.
  record Twice(Duration after) implements CallbackFault {}

  /// Arrives late, so that what was sent after it comes first.
  record Late(Duration by) implements CallbackFault {}

  /// Never arrives.
  record Lost() implements CallbackFault {}

  static CallbackFault once() {
    return new Once();
  }

  static CallbackFault twice(Duration after) {
    return new Twice(after);
  }

  static CallbackFault late(Duration by) {
    return new Late(by);
  }

  static CallbackFault lost() {
    return new Lost();
  }

  default String label() {
    return switch (this) {
      case Once _ -> "callback-once";
      case Twice _ -> "callback-twice";
      case Late _ -> "callback-late";
      case Lost _ -> "callback-lost";
    };
  }
}
