package dev.frontdesk.lab;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a synthetic caller does when the agent has said something that fits.
///
/// @param when    looked for in what the agent said since the caller last acted
/// @param say     words to speak; empty for none
/// @param press   keys pressed after the words; empty for none
/// @param bargeIn when present the caller does not let the agent finish, but acts this long after
///     the words that fit began to sound
/// @param stay    what replaces an answer: silence for a while, or until the agent speaks again
/// @param times   how often this answer may be used
/// @param hangUp  the caller hangs up once the rest is done
public record Answer(
    Pattern when,
    String say,
    String press,
    Optional<Duration> bargeIn,
    Stay stay,
    int times,
    boolean hangUp) {

  public Answer {
    if (!press.matches("[0-9*#A-D]*")) {
      throw new IllegalArgumentException("keys are 0-9, *, #, A-D");
    }
    if (times < 1) {
      throw new IllegalArgumentException("an answer is used at least once");
    }
    boolean acts = !say.isEmpty() || !press.isEmpty() || hangUp;
    if (stay instanceof Stay.UntilAgentSpeaks && acts) {
      throw new IllegalArgumentException("who waits does nothing else");
    }
    if (stay instanceof Stay.None && !acts) {
      throw new IllegalArgumentException("an answer must say, press, wait, be silent or hang up");
    }
  }

  /// How long the caller says nothing before anything else in the answer.
  public sealed interface Stay {
    record None() implements Stay {}

    record UntilAgentSpeaks() implements Stay {}

    record For(Duration silence) implements Stay {
      public For {
        if (!silence.isPositive()) {
          throw new IllegalArgumentException("a silence has a length");
        }
      }
    }
  }

  boolean fits(String agentSaid) {
    return when.matcher(agentSaid).find();
  }
}
