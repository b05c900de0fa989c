package dev.frontdesk.lab;

import java.util.function.Consumer;

/// What the server tells about a call as it goes on. A caller takes from it the words that were
/// spoken, but hears them only when their sound has arrived and played.
public interface AgentFeed {

  /// Hands over what happened already, then each event as it comes; on any thread.
  ///
  /// @return ends it
  AutoCloseable follow(String call, Consumer<Event> watcher);

  /// Nothing is told: whoever has only this knows that the agent spoke, not what.
  AgentFeed BY_EAR = (_, _) -> () -> {};

  sealed interface Event {
    /// The sound of `text` begins.
    ///
    /// @param filler said to bridge a wait, not an answer
    record Speaking(int turn, String text, boolean filler) implements Event {}

    /// `text` is over.
    ///
    /// @param heard what the server believes that the caller heard of it
    record Spoke(int turn, String text, String heard, boolean filler) implements Event {}

    record Timed(
        int turn, double endpointingMs, double languageMs, double speechMs, double overheadMs)
        implements Event {}

    /// The call's rows are complete.
    record Over() implements Event {}

    record Other(String type) implements Event {}
  }
}
