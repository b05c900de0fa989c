package dev.frontdesk.voice;

/// Why a conversation is over.
public sealed interface Ending {
  record CallerHungUp() implements Ending {}

  /// @param reason the agent's own, static text
  record AgentHungUp(String reason) implements Ending {}

  /// Told before the leg is let go, so that whoever signals can connect the caller next.
  ///
  /// @param target an E.164 number
  record Transferred(String target, Cause cause) implements Ending {
    public enum Cause {
      AGENT_ASKED,
      RESCUE
    }
  }

  record LongestCallReached() implements Ending {}

  record AgentFailed() implements Ending {}

  record HearingLost() implements Ending {}

  record VoiceLost() implements Ending {}

  /// The socket dropped; the call may come back on another and resume from its checkpoint.
  record SocketLost() implements Ending {}
}
