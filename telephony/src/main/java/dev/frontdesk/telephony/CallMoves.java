package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.Transitions;

/// How a call moves. An inbound call is opened as RINGING, every other as QUEUED.
final class CallMoves {
  static final Transitions<CallStatus, CallEvent> TABLE =
      Transitions.<CallStatus, CallEvent>startingAt(CallStatus.QUEUED)
          .from(CallStatus.QUEUED)
          .on(CallEvent.RING).to(CallStatus.RINGING)
          .on(CallEvent.ANSWER).to(CallStatus.IN_PROGRESS)
          .on(CallEvent.END).to(CallStatus.ENDED)
          .from(CallStatus.RINGING)
          .on(CallEvent.ANSWER).to(CallStatus.IN_PROGRESS)
          .on(CallEvent.END).to(CallStatus.ENDED)
          .from(CallStatus.IN_PROGRESS)
          .on(CallEvent.FORWARD).to(CallStatus.FORWARDING)
          .on(CallEvent.END).to(CallStatus.ENDED)
          .from(CallStatus.FORWARDING)
          .on(CallEvent.RETURN).to(CallStatus.IN_PROGRESS)
          .on(CallEvent.END).to(CallStatus.ENDED)
          .table();

  private CallMoves() {}
}
