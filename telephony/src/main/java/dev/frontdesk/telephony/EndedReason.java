package dev.frontdesk.telephony;

import java.util.Set;

/// Why a call ended, in Vapi's words (its list is open: provider failures carry names).
public record EndedReason(String value) {
  public static final EndedReason CUSTOMER_ENDED_CALL = new EndedReason("customer-ended-call");
  public static final EndedReason CUSTOMER_BUSY = new EndedReason("customer-busy");
  public static final EndedReason CUSTOMER_DID_NOT_ANSWER =
      new EndedReason("customer-did-not-answer");
  public static final EndedReason ASSISTANT_ENDED_CALL = new EndedReason("assistant-ended-call");
  public static final EndedReason SILENCE_TIMED_OUT = new EndedReason("silence-timed-out");
  public static final EndedReason EXCEEDED_MAX_DURATION = new EndedReason("exceeded-max-duration");
  public static final EndedReason MANUALLY_CANCELED = new EndedReason("manually-canceled");
  public static final EndedReason WORKER_SHUTDOWN = new EndedReason("worker-shutdown");
  public static final EndedReason SOCKET_CLOSED_BY_CARRIER =
      new EndedReason("phone-call-provider-closed-websocket");
  public static final EndedReason TWILIO_FAILED_TO_CONNECT =
      new EndedReason("twilio-failed-to-connect-call");
  public static final EndedReason NO_CUSTOMER_AUDIO =
      new EndedReason("call.in-progress.error-assistant-did-not-receive-customer-audio");
  public static final EndedReason ASSISTANT_FORWARDED_CALL =
      new EndedReason("assistant-forwarded-call");
  public static final EndedReason CUSTOMER_ENDED_CALL_DURING_TRANSFER =
      new EndedReason("customer-ended-call-during-transfer");
  public static final EndedReason TRANSFER_FAILED =
      new EndedReason("call.in-progress.error-transfer-failed");
  public static final EndedReason OVER_CONCURRENCY_LIMIT =
      new EndedReason("call.start.error-subscription-concurrency-limit-reached");

  private static final Set<String> WORDS_FOR_HANGING_UP =
      Set.of(
          "assistant-ended-call",
          "assistant-ended-call-after-message-spoken",
          "assistant-ended-call-with-hangup-task",
          "assistant-said-end-call-phrase",
          "assistant-forwarded-call",
          "customer-ended-call",
          "exceeded-max-duration",
          "silence-timed-out",
          "manually-canceled",
          "pipeline-error-custom-llm-llm-failed",
          "pipeline-error-custom-transcriber-failed",
          "pipeline-error-custom-voice-failed",
          "voicemail",
          "worker-shutdown");

  public EndedReason {
    if (!value.matches("[a-zA-Z0-9][a-zA-Z0-9.-]{0,118}")) {
      throw new IllegalArgumentException("ended reason is not one of the protocol's words");
    }
  }

  /// What `AudioOut.hangUp(reason)` means: Vapi's own words stand for themselves, any other text
  /// says that the agent ended the call.
  static EndedReason ofHangUp(String reason) {
    return WORDS_FOR_HANGING_UP.contains(reason) ? new EndedReason(reason) : ASSISTANT_ENDED_CALL;
  }
}
