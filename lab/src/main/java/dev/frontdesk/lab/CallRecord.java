package dev.frontdesk.lab;

import java.util.List;

/// What a caller can tell of a call that is over.
///
/// @param call      the server's id of it; empty when nobody answered
/// @param lines     who said what, in order
/// @param agentSaid every utterance of the agent, whole, as it began to sound
/// @param turns     how often the caller spoke or pressed keys
/// @param waits     per turn, from the caller's last sound to the agent's first, in milliseconds
/// @param timed     per turn, as the server measured itself
/// @param noReply   turns that the agent never answered
/// @param underruns how often the agent's voice broke off
/// @param problem   what a carrier would refuse, or why the caller gave up; empty when all was well
public record CallRecord(
    String call,
    List<Line> lines,
    List<String> agentSaid,
    int turns,
    List<Wait> waits,
    List<AgentFeed.Event.Timed> timed,
    int noReply,
    int underruns,
    String problem) {

  public CallRecord {
    lines = List.copyOf(lines);
    agentSaid = List.copyOf(agentSaid);
    waits = List.copyOf(waits);
    timed = List.copyOf(timed);
  }

  public record Line(Who who, String text) {
    @Override
    public String toString() {
      return who + " (" + text.length() + " characters)";
    }
  }

  public enum Who {
    AGENT,
    CALLER
  }

  /// @param turn which of the caller's turns, from 0
  /// @param said what the caller had said
  public record Wait(int turn, String said, double ms) {}

  @Override
  public String toString() {
    return "CallRecord[" + call + ", " + turns + " turns]";
  }
}
