package dev.frontdesk.voice.spi;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;

/// Who decides what is said: the scripted agent, or a language model. One instance serves one
/// call. Blocks; voice calls it on a virtual thread, one turn at a time.
public interface Agent {

  AgentVersion version();

  /// Answers one turn. Words given to `reply.say` may be spoken at once, so they must tell only
  /// what is already committed.
  ///
  /// @throws InterruptedException when the caller took the floor back and this turn's words are no
  ///     longer wanted; writes already begun are finished first
  void respond(Input input, Reply reply) throws InterruptedException;

  /// Thinks about what the caller has probably said, before their turn is over: reads what it
  /// needs, and changes nothing, neither here nor in any store. What would have to be written is
  /// not done and has no thought. Called on the agent's thread, between turns; may be asked again
  /// with other words, and what was thought before is then thrown away.
  ///
  /// @return the answer, to be given if just this is then asked; empty when it must be asked first
  /// @throws InterruptedException when it is no longer wanted
  default Optional<Thought> think(Input.Said input) throws InterruptedException {
    return Optional.empty();
  }

  /// An answer that was thought ahead. It becomes real only by `adopt`.
  @FunctionalInterface
  interface Thought {
    /// In place of `respond`, with the same promises.
    void adopt(Reply reply) throws InterruptedException;
  }

  /// Whether the thread in `respond` or `think` may be interrupted at this moment, because its words are no
  /// longer wanted. Say so only while nothing is being written and nothing shared would be closed
  /// by it (a database connection is). Asked from another thread. While false, `respond` runs on
  /// and what it says is dropped. Either way the caller's words were said: keep them in mind.
  default boolean mayInterrupt() {
    return false;
  }

  /// The whole of the agent's memory as JSON, taken between turns; `AgentFactory.resume` goes on
  /// from it.
  String state();

  /// Something was put into the conversation from outside that wants no answer. Called on the
  /// agent's thread, between turns.
  default void noted(Role role, Transcript text) {}

  /// The call is over, however it ended: give back what was only held. Called once, last; blocks.
  default void ended() {}

  /// Who is taken to have said what was put in from outside.
  enum Role {
    CALLER,
    AGENT,
    /// Nobody: it tells the agent what to do.
    INSTRUCTION
  }

  /// What happened that wants an answer.
  sealed interface Input {
    /// The call is open and the agent speaks first.
    record Greet() implements Input {}

    /// The call went on after its socket or node died; say so briefly and repeat the question.
    record Resumed() implements Input {}

    /// The caller was put through to a person who could not be reached, and is back: say so, and
    /// offer what else can be done.
    record NotPutThrough() implements Input {}

    /// Put into the conversation from outside, as if `role` had said it; to be answered now. What
    /// the caller is taken to have said comes as `Said`.
    record Told(Role role, Transcript text) implements Input {}

    /// @param agentHeard what of the agent's last words the caller had heard when taking the floor
    record Said(Transcript text, Transcript agentHeard, boolean bargedIn) implements Input {}

    /// Keys, in order, as collected: `1`, `4155550123#`.
    record Pressed(String keys) implements Input {
      @Override
      public String toString() {
        return "Pressed[" + keys.length() + "]"; // keys may spell a card number
      }
    }

    /// Nobody said anything.
    ///
    /// @param times how many silences in a row, from 1
    record Silent(int times) implements Input {}

    /// The caller asked for a moment and the time allowed for it is over.
    record WaitedEnough() implements Input {}

    /// The longest call allowed is nearly over: wrap up.
    record TimeIsUp() implements Input {}
  }

  /// Where the answer goes. Safe to call from the agent's thread; voice drops what comes after the
  /// caller has taken the floor.
  interface Reply {
    /// Speaks the next sentence or two.
    void say(String text);

    /// Speaks something short at once because the answer will take time; not part of the answer.
    void filler(String text);

    /// How the floor is handed on; called exactly once, last.
    void then(Next next);
  }

  /// What happens once the words were heard.
  sealed interface Next {
    /// @param hint     what is expected, for the recogniser and for endpointing
    /// @param keys     how keys are collected: how many at most, and which ends them
    /// @param waiting  the caller asked for a moment: stay silent for longer
    record Listen(ListeningHint hint, KeyPlan keys, boolean waiting) implements Next {}

    record HangUp(String reason) implements Next {}

    /// @param target an E.164 number
    record Transfer(String target) implements Next {}
  }

  /// @param most        collect up to this many keys before they count as one answer
  /// @param terminator  the key that ends them early, `#`, or a space for none
  record KeyPlan(int most, char terminator) {
    public static final KeyPlan ONE = new KeyPlan(1, ' ');
  }
}
