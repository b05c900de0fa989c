package dev.frontdesk.integrations.vapi;

import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConversationEvent;
import dev.frontdesk.voice.ConversationEvent.AgentSpeaking;
import dev.frontdesk.voice.ConversationEvent.AgentSpoke;
import dev.frontdesk.voice.ConversationEvent.BargedIn;
import dev.frontdesk.voice.ConversationEvent.BargedIn.Outcome;
import dev.frontdesk.voice.ConversationEvent.CallerHeard;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.KeysTaken;
import dev.frontdesk.voice.ConversationEvent.RecordingBegan;
import dev.frontdesk.voice.ConversationEvent.SilenceTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.ConversationEvent.TurnTimed;
import dev.frontdesk.voice.ConversationObserver;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// One conversation as Vapi's client messages: `status-update`, `speech-update`, `transcript`,
/// `conversation-update`, `user-interrupted`. Unwrapped JSON, as the transport sends it.
final class VapiMessages implements ConversationObserver {
  private static final JsonMapper JSON = new JsonMapper();

  /// `conversation-update` repeats the whole conversation, of a long one its end.
  private static final int MOST_LINES = 200;

  private final Clock clock;
  private final Consumer<String> out;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final long openedMs;
  private boolean started;
  private boolean callerSpeaks;
  private boolean agentSpeaks;

  private record Line(boolean caller, Transcript text, long atMs) {}

  VapiMessages(Clock clock, Consumer<String> out) {
    this.clock = clock;
    this.out = out;
    this.openedMs = clock.millis();
  }

  @Override
  public void saw(ConversationEvent event) {
    if (!started) {
      started = true;
      send("status-update", Map.of("status", "in-progress"));
    }
    switch (event) {
      case CallerHeard(_, var turn, var text, _) -> {
        callerSpeaks(turn, true);
        transcript("user", "partial", text);
      }
      case TurnTaken(_, var turn, var text, _, _) -> {
        callerSpeaks(turn, false);
        said(true, text);
      }
      case AgentSpeaking(_, var turn, _, _) -> agentSpeaks(turn, true);
      case AgentSpoke(_, var turn, _, var heard, _) -> {
        agentSpeaks(turn, false);
        said(false, heard);
      }
      case BargedIn(_, var turn, var outcome, _) -> {
        if (outcome == Outcome.TOOK_FLOOR) {
          send("user-interrupted", Map.of("turnId", Integer.toString(turn)));
        }
      }
      case Ended(_, var ending, _) ->
          send("status-update", Map.of("status", "ended", "endedReason", ending.word()));
      case KeysTaken _, SilenceTaken _, TurnTimed _, RecordingBegan _ -> {
        // Vapi's clients are not told
      }
    }
  }

  private void callerSpeaks(int turn, boolean speaks) {
    if (callerSpeaks != speaks) {
      callerSpeaks = speaks;
      speech("user", turn, speaks);
    }
  }

  private void agentSpeaks(int turn, boolean speaks) {
    if (agentSpeaks != speaks) {
      agentSpeaks = speaks;
      speech("assistant", turn, speaks);
    }
  }

  private void speech(String role, int turn, boolean speaks) {
    send(
        "speech-update",
        Map.of("status", speaks ? "started" : "stopped", "role", role, "turn", turn));
  }

  private void said(boolean caller, Transcript text) {
    if (text.isBlank()) {
      return;
    }
    transcript(caller ? "user" : "assistant", "final", text);
    lines.addLast(new Line(caller, text, clock.millis()));
    if (lines.size() > MOST_LINES) {
      lines.removeFirst();
    }
    send(
        "conversation-update",
        Map.of(
            "messages", lines.stream().map(this::message).toList(),
            "messagesOpenAIFormatted", lines.stream().map(VapiMessages::openAi).toList()));
  }

  private void transcript(String role, String type, Transcript text) {
    send(
        "transcript",
        Map.of("role", role, "transcriptType", type, "transcript", text.text()));
  }

  private Map<String, Object> message(Line line) {
    return Map.of(
        "role", line.caller ? "user" : "bot",
        "message", line.text.text(),
        "time", line.atMs,
        "secondsFromStart", (line.atMs - openedMs) / 1000.0);
  }

  private static Map<String, Object> openAi(Line line) {
    return Map.of("role", line.caller ? "user" : "assistant", "content", line.text.text());
  }

  private void send(String type, Map<String, Object> fields) {
    var message = new LinkedHashMap<String, Object>();
    message.put("type", type);
    message.putAll(fields);
    message.put("timestamp", clock.millis());
    out.accept(JSON.writeValueAsString(message));
  }
}
