package dev.frontdesk.voice;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// How one conversation behaves. Every default is what a receptionist on a phone line wants.
///
/// @param language     what is spoken; chooses voice and phrases
/// @param endpointing  when a silence ends the caller's turn
/// @param bargeIn      when the caller may cut the agent off
/// @param timing       silences, waits and the longest call
/// @param pacing       how audio is handed to the carrier
/// @param phrases      what voice says when the agent has no words
/// @param thinkAhead   whether the agent may begin to think before the turn is committed
/// @param rescue       what happens after an apology when nothing else helps
public record ConversationSettings(
    Locale language,
    EndpointingPolicy endpointing,
    BargeIn bargeIn,
    Timing timing,
    Pacing pacing,
    Phrases phrases,
    boolean thinkAhead,
    Rescue rescue) {

  public static ConversationSettings in(Locale language) {
    return new ConversationSettings(
        language,
        EndpointingPolicy.ADAPTIVE,
        BargeIn.DEFAULT,
        Timing.DEFAULT,
        Pacing.DEFAULT,
        Phrases.in(language),
        true,
        new Rescue.HangUp());
  }

  public ConversationSettings withEndpointing(EndpointingPolicy policy) {
    return new ConversationSettings(language, policy, bargeIn, timing, pacing, phrases, thinkAhead,
        rescue);
  }

  public ConversationSettings withTiming(Timing changed) {
    return new ConversationSettings(
        language, endpointing, bargeIn, changed, pacing, phrases, thinkAhead, rescue);
  }

  public ConversationSettings withBargeIn(BargeIn changed) {
    return new ConversationSettings(
        language, endpointing, changed, timing, pacing, phrases, thinkAhead, rescue);
  }

  public ConversationSettings withThinkAhead(boolean changed) {
    return new ConversationSettings(
        language, endpointing, bargeIn, timing, pacing, phrases, changed, rescue);
  }

  public ConversationSettings withRescue(Rescue changed) {
    return new ConversationSettings(
        language, endpointing, bargeIn, timing, pacing, phrases, thinkAhead, changed);
  }

  /// @param onset      unbroken speech over the agent that pauses it
  /// @param words      words, other than backchannels, that take the floor
  /// @param speech     speech this long takes the floor with a single such word
  /// @param falseAfter without a word for this long the agent goes on
  /// @param interrupts phrases that take the floor at once, in lower case
  /// @param backchannels words that say "go on", in lower case
  public record BargeIn(
      Duration onset,
      int words,
      Duration speech,
      Duration falseAfter,
      Set<String> interrupts,
      Set<String> backchannels) {
    public static final BargeIn DEFAULT =
        new BargeIn(
            Duration.ofMillis(100),
            2,
            Duration.ofMillis(500),
            Duration.ofMillis(1_500),
            Set.of(
                "stop", "wait", "hold on", "hang on", "no", "nope", "actually", "excuse me",
                "one second", "one moment", "just a second", "just a moment", "sorry", "hello",
                "not that", "wrong", "never mind", "let me", "cancel", "but"),
            Set.of(
                "mhm", "mm", "mmhm", "mm-hmm", "mmm", "hmm", "hm", "uh-huh", "uhhuh", "uh", "um",
                "huh", "ah", "oh", "yeah", "yep", "yes", "yup", "okay", "ok", "right", "sure",
                "alright", "all right", "i see", "got it", "good", "great", "fine", "perfect",
                "cool", "nice", "thanks", "thank you", "go on", "please"));

    public BargeIn {
      interrupts = Set.copyOf(interrupts);
      backchannels = Set.copyOf(backchannels);
    }
  }

  /// @param fillerAfter   no word of an answer for this long brings a filler
  /// @param fillerEvery   and then one this often
  /// @param idleAfter     silence after the agent was heard that asks the agent to speak again
  /// @param waitAllowed   how long a caller who asked for a moment is left alone
  /// @param betweenKeys   without a further key for this long the keys so far are the answer
  /// @param goodbyeWithin the last words are heard, or this has passed, before we hang up
  /// @param longestCall   hard limit
  /// @param wrapUpBefore  how long before it the agent is told
  public record Timing(
      Duration fillerAfter,
      Duration fillerEvery,
      Duration idleAfter,
      Duration waitAllowed,
      Duration betweenKeys,
      Duration goodbyeWithin,
      Duration longestCall,
      Duration wrapUpBefore) {
    public static final Timing DEFAULT =
        new Timing(
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            Duration.ofSeconds(7),
            Duration.ofSeconds(30),
            Duration.ofMillis(2_500),
            Duration.ofSeconds(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(60));

    public Timing {
      if (wrapUpBefore.compareTo(longestCall) >= 0) {
        throw new IllegalArgumentException("wrapping up must begin after the call does");
      }
    }

    public Timing withIdleAfter(Duration idle) {
      return new Timing(
          fillerAfter, fillerEvery, idle, waitAllowed, betweenKeys, goodbyeWithin, longestCall,
          wrapUpBefore);
    }

    public Timing withLongestCall(Duration longest, Duration wrapUp) {
      return new Timing(
          fillerAfter, fillerEvery, idleAfter, waitAllowed, betweenKeys, goodbyeWithin, longest,
          wrapUp);
    }
  }

  /// @param lead      audio handed over ahead of its time while the caller may barge in
  /// @param markEvery a mark follows at least this often
  public record Pacing(Duration lead, Duration markEvery) {
    public static final Pacing DEFAULT = new Pacing(Duration.ofMillis(80), Duration.ofMillis(200));

    public Pacing {
      if (lead.toMillis() < 20 || lead.toMillis() > 100) {
        throw new IllegalArgumentException("lead must be 20 to 100 ms, is " + lead);
      }
      if (markEvery.toMillis() < 20 || markEvery.toMillis() > 200) {
        throw new IllegalArgumentException("marks must come every 20 to 200 ms");
      }
    }
  }

  /// What becomes of the caller when we cannot go on.
  public sealed interface Rescue {
    record HangUp() implements Rescue {}

    /// @param target an E.164 number
    record Transfer(String target) implements Rescue {}
  }
}
