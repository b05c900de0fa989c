package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.vocabulary.Transcript;

/// What the reducer wants done. The conversation does it, in order.
sealed interface Effect {
  /// @param thought the one to be adopted if it was about the same; 0 for none
  record Ask(int epoch, int turn, Question question, int thought) implements Effect {}

  /// The agent may begin to think about what the caller has probably said, without any effect.
  record ThinkAhead(int thought, Question.Said question) implements Effect {}

  /// What was thought ahead is no longer wanted.
  record ForgetThought() implements Effect {}

  /// The answer under way is no longer wanted.
  record CancelAgent() implements Effect {}

  /// @param id counts utterances from 1, over the whole conversation
  record Speak(int id, int epoch, int turn, String text, Kind kind) implements Effect {
    @Override
    public String toString() {
      return "Speak[" + id + ", " + kind + "]"; // words may repeat what the caller said
    }
  }

  enum Kind {
    ANSWER,
    FILLER,
    /// The notice that the call is recorded.
    NOTICE,
    /// Voice's own last words.
    CANNED,
    /// Words given from outside.
    DIRECTED
  }

  /// Stop pacing; what was handed over plays out.
  record Pause() implements Effect {}

  record Resume() implements Effect {}

  /// Throw away what is not audible yet and note what was heard.
  record Cut() implements Effect {}

  /// The agent takes note of this and answers nothing.
  record Note(Agent.Role role, Transcript text) implements Effect {}

  record MuteCaller(boolean muted) implements Effect {}

  /// Ask the recogniser for what it has.
  record Flush() implements Effect {}

  record Expect(ListeningHint hint) implements Effect {}

  record ReopenEars() implements Effect {}

  /// Replaces a timer of the same name.
  record Start(Event.Timer timer, long delayMs) implements Effect {}

  record Stop(Event.Timer timer) implements Effect {}

  record Tell(ConversationEvent event) implements Effect {}

  record Count(Mishap mishap) implements Effect {}

  /// The turn is over; `waitMs` of silence is what the policy wanted.
  record Committed(int epoch, long soundMs, long waitMs) implements Effect {}

  record End(Ending ending) implements Effect {}

  /// What the agent is asked, before what it had said is filled in.
  sealed interface Question {
    record Greet() implements Question {}

    record Resumed() implements Question {}

    record NotPutThrough() implements Question {}

    record Told(Agent.Role role, Transcript text) implements Question {}

    record Said(String text, boolean bargedIn) implements Question {
      @Override
      public String toString() {
        return "Said"; // not what
      }
    }

    record Pressed(String keys) implements Question {
      @Override
      public String toString() {
        return "Pressed";
      }
    }

    record Silent(int times) implements Question {}

    record WaitedEnough() implements Question {}

    record TimeIsUp() implements Question {}
  }
}
