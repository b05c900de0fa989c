package dev.frontdesk.voice;

import dev.frontdesk.voice.Caller.Hunch;
import dev.frontdesk.voice.spi.AskedDetail;

/// When the caller's turn is over. Fuses voice activity, the recogniser's words and its own turn
/// model, the words' completeness, what was asked for, and this caller's pace. Pure.
///
/// ```text
/// [sound] [......patience......] commit          words final in time
/// [sound] [......patience......][late final] commit
/// [sound] [..............late final] nothing heard: a cough
/// ```
record Endpointing(EndpointingPolicy policy, long lateFinalMs) {
  private static final long LIKELY_MORE_MS = 720;

  sealed interface Verdict {
    /// Nothing to decide.
    record Idle() implements Verdict {}

    /// @param patienceMs silence wanted in all
    record Wait(long untilMs, long patienceMs) implements Verdict {}

    /// @param patienceMs silence after which this was due
    record Commit(long patienceMs) implements Verdict {}

    /// There was sound but there are no words.
    record Discard() implements Verdict {}
  }

  Verdict judge(Caller caller, AskedDetail asked, Pace pace, long nowMs) {
    boolean done = caller.hunch() == Hunch.DONE && !caller.wordless();
    if (caller.sounding() && !done) {
      return new Verdict.Idle();
    }
    if (caller.wordless()) {
      return wordless(caller, nowMs);
    }
    long patience = patience(caller, asked, pace);
    long from = lastSound(caller);
    boolean answered = done || caller.settled();
    long until = from + (answered ? patience : Math.max(patience, lateFinalMs));
    return nowMs >= until
        ? new Verdict.Commit(until - from)
        : new Verdict.Wait(until, patience);
  }

  private Verdict wordless(Caller caller, long nowMs) {
    if (caller.soundMs() < 0) {
      return new Verdict.Idle();
    }
    long patience = Math.max(policy.wordlessMs(), lateFinalMs);
    long until = caller.soundMs() + patience;
    return nowMs >= until ? new Verdict.Discard() : new Verdict.Wait(until, patience);
  }

  /// Silence that ends the turn, given the words so far.
  long patience(Caller caller, AskedDetail asked, Pace pace) {
    boolean adaptive = policy == EndpointingPolicy.ADAPTIVE;
    long finished = adaptive ? pace.finishedMs() : policy.finishedMs();
    long unfinished = adaptive ? pace.unfinishedMs() : policy.unfinishedMs();
    boolean complete = TurnEndText.judge(caller.text(), asked) != TurnEndText.UNFINISHED;
    return switch (caller.hunch()) {
      case DONE -> complete ? 0 : (unfinished + dictating(asked)) / 2;
      case MAYBE_DONE -> complete ? finished / 2 : unfinished + dictating(asked);
      case NONE -> complete ? considerate(caller.text(), asked, finished)
          : unfinished + dictating(asked);
    };
  }

  /// A little longer after what is usually only the beginning.
  private static long considerate(String text, AskedDetail asked, long finished) {
    return LikelyMore.in(text, asked)
        ? Math.max(finished, Math.min(2 * finished, LIKELY_MORE_MS)) : finished;
  }

  /// What is dictated comes in groups with longer pauses between them.
  private static long dictating(AskedDetail asked) {
    return switch (asked) {
      case SPELLED_NAME, PHONE_NUMBER, DIGITS, EMAIL_ADDRESS -> 500;
      case ANYTHING, YES_OR_NO, NAME, DATE_OR_TIME, CHOICE -> 0;
    };
  }

  /// Where nothing was heard as sound (keys typed as text, a missed onset), words stand for it.
  private static long lastSound(Caller caller) {
    return caller.soundMs() >= 0 ? caller.soundMs() : caller.wordsMs();
  }
}
