package dev.frontdesk.lab;

import java.time.Duration;

/// What a caller does next.
public sealed interface CallerAct {

  /// Stays silent for `pause`, speaks, presses keys, hangs up: each only if there is any.
  record Answers(Duration pause, String words, String keys, boolean hangUp) implements CallerAct {
    boolean isSilence() {
      return words.isEmpty() && keys.isEmpty() && !hangUp;
    }
  }

  /// Says nothing until the agent has spoken again.
  record Waits() implements CallerAct {}

  /// Has had enough.
  record HangsUp() implements CallerAct {}
}
