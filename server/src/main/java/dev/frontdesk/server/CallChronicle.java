package dev.frontdesk.server;

import dev.frontdesk.telephony.CallListener;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.SpokenLine.Speaker;
import dev.frontdesk.telephony.TurnTiming;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConversationEvent;
import dev.frontdesk.voice.ConversationEvent.AgentSpeaking;
import dev.frontdesk.voice.ConversationEvent.AgentSpoke;
import dev.frontdesk.voice.ConversationEvent.BargedIn;
import dev.frontdesk.voice.ConversationEvent.CallerHeard;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.KeysTaken;
import dev.frontdesk.voice.ConversationEvent.RecordingBegan;
import dev.frontdesk.voice.ConversationEvent.SilenceTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTimed;
import dev.frontdesk.voice.ConversationObserver;
import dev.frontdesk.voice.Ending.Transferred;
import dev.frontdesk.voice.TurnTimings;
import java.time.Clock;
import java.util.Map;

/// Tells one call's story: to the live feed at once, and to the call's rows on a thread of its own,
/// in order, since the loop that reports must not wait for the database.
final class CallChronicle implements ConversationObserver {
  private final OrgId org;
  private final CallId call;
  private final CallEvents events;
  private final CallStore store;
  private final Clock clock;
  private final OneByOne writes;
  private final ActChronicle acts;

  CallChronicle(
      OrgId org,
      CallId call,
      CallEvents events,
      CallStore store,
      Clock clock,
      OneByOne writes,
      ActChronicle acts) {
    this.org = org;
    this.call = call;
    this.events = events;
    this.store = store;
    this.clock = clock;
    this.writes = writes;
    this.acts = acts;
  }

  @Override
  public void saw(ConversationEvent event) {
    switch (event) {
      case CallerHeard(_, var turn, var text, var settled) ->
          tell("caller.heard", Map.of("turn", turn, "text", text.text(), "settled", settled));
      case TurnTaken(_, var turn, var text, var waitedMs, var bargedIn) -> {
        tell(
            "turn.taken",
            Map.of("turn", turn, "text", text.text(), "waitedMs", waitedMs, "bargedIn", bargedIn));
        keep(Speaker.CALLER, text);
      }
      case KeysTaken(_, var turn, var count) ->
          tell("keys.taken", Map.of("turn", turn, "count", count));
      case SilenceTaken(_, var turn, var times) ->
          tell("silence.taken", Map.of("turn", turn, "times", times));
      case AgentSpeaking(_, var turn, var text, var filler) ->
          tell("agent.speaking", Map.of("turn", turn, "text", text.text(), "filler", filler));
      case AgentSpoke(_, var turn, var text, var heard, var filler) -> {
        tell(
            "agent.spoke",
            Map.of("turn", turn, "text", text.text(), "heard", heard.text(), "filler", filler));
        keep(Speaker.AGENT, heard);
      }
      case TurnTimed(_, var turn, var timings, var filler) -> timed(turn, timings, filler);
      case BargedIn(_, var turn, var outcome, var silenceMs) -> {
        tell(
            "barged.in",
            Map.of("turn", turn, "outcome", outcome.name(), "silenceMs", silenceMs));
        if (outcome == BargedIn.Outcome.TOOK_FLOOR) {
          acts.bargedIn(org, call);
        }
      }
      case RecordingBegan _ -> tell("recording.began", Map.of());
      case Ended(_, var ending, var counts) -> {
        tell("conversation.ended", Map.of("ending", ending.toString(), "counts", counts));
        if (ending instanceof Transferred(_, var cause) && cause == Transferred.Cause.RESCUE) {
          acts.rescued(org, call);
        }
      }
    }
  }

  private void timed(int turn, TurnTimings timings, boolean filler) {
    tell(
        "turn.timed",
        Map.of(
            "turn", turn,
            "endpointingMs", timings.endpointingMs(),
            "languageMs", timings.languageMs(),
            "speechMs", timings.speechMs(),
            "overheadMs", timings.overheadMs(),
            "aheadMs", timings.aheadMs(),
            "filler", filler));
    var row =
        new TurnTiming(
            turn,
            (int) Math.round(timings.endpointingMs()),
            (int) Math.round(timings.languageMs()),
            (int) Math.round(timings.speechMs()),
            (int) Math.round(timings.overheadMs()));
    writes.submit(call, () -> store.appendTurn(org, call, row));
  }

  private void keep(Speaker speaker, Transcript text) {
    if (text.isBlank()) {
      return;
    }
    var line = new SpokenLine(speaker, text, clock.instant());
    writes.submit(call, () -> store.appendLine(org, call, line));
  }

  private void tell(String type, Map<String, Object> fields) {
    events.publish(call, type, fields);
  }

  /// Tells the moves of every call; the last event comes once the call's rows are complete.
  static CallListener moves(CallEvents events, OneByOne writes) {
    return call -> {
      events.publish(call.id(), "call.status", Map.of("status", call.status().wire()));
      if (call.status() == CallStatus.ENDED) {
        String reason = call.endedReason().map(EndedReason::value).orElse("unknown");
        writes.submit(
            call.id(),
            () -> events.publish(call.id(), CallEvents.LAST, Map.of("endedReason", reason)));
      }
    };
  }
}
