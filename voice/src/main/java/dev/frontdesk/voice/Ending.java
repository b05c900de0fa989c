package dev.frontdesk.voice;

/// Why a conversation is over.
public sealed interface Ending {

  /// The protocol's word for it (Vapi's `endedReason`), which `AudioOut.hangUp` takes and the
  /// call's row keeps. An agent may give one of these words as its own reason.
  default String word() {
    return switch (this) {
      case CallerHungUp _ -> "customer-ended-call";
      case AgentHungUp(var reason) -> reason;
      case Transferred _ -> "assistant-forwarded-call";
      case LongestCallReached _ -> "exceeded-max-duration";
      case AgentFailed _ -> "pipeline-error-custom-llm-llm-failed";
      case HearingLost _ -> "pipeline-error-custom-transcriber-failed";
      case VoiceLost _ -> "pipeline-error-custom-voice-failed";
      case Stopped _ -> "manually-canceled";
      case SocketLost _ -> "phone-call-provider-closed-websocket";
    };
  }

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

  /// The server goes away, or an operator ended the call.
  record Stopped(String reason) implements Ending {}

  /// The socket dropped; the call may come back on another and resume from its checkpoint.
  record SocketLost() implements Ending {}
}
