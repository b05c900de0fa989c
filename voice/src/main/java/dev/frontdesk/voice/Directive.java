package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.Agent;
import dev.frontdesk.vocabulary.Transcript;

/// What somebody outside of the conversation asks of it while it runs: the client of a WebSocket
/// call, an operator. Carried out in the order given; what comes after the last words is dropped
/// and counted.
public sealed interface Directive {

  /// Speak this.
  ///
  /// @param endAfter        hang up once it was heard
  /// @param interruptible   whether the caller may cut it off
  /// @param interruptsAgent whether it replaces what the agent is saying; if not, it waits until the
  ///     agent was heard. The caller is never spoken over: while they speak, it waits either way.
  record Say(Transcript text, boolean endAfter, boolean interruptible, boolean interruptsAgent)
      implements Directive {}

  /// Put this into the conversation as if `role` had said it.
  ///
  /// @param answered whether the agent answers it at once; if not, it only takes note
  record Add(Agent.Role role, Transcript text, boolean answered) implements Directive {}

  /// A muted agent hears and acts, but nothing it says is spoken, and silence is not held against
  /// the caller.
  record MuteAgent(boolean muted) implements Directive {}

  /// Nothing of a muted caller's voice is heard or recorded; their keys are.
  record MuteCaller(boolean muted) implements Directive {}

  /// Greet, whatever was going on.
  record Greet() implements Directive {}
}
