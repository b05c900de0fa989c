package dev.frontdesk.server;

import dev.frontdesk.vocabulary.CallId;
import java.time.Instant;
import java.util.Map;

/// Something that happened in a call, for those who watch it live: the console, the demo, the lab.
///
/// @param type   `caller.heard`, `agent.said`, `slots.offered`, `turn.timed` …
/// @param fields plain values, as they go out in JSON; may hold what was said, so never logged
public record CallEvent(CallId call, long sequence, Instant at, String type, Map<String, Object> fields) {
  public CallEvent {
    fields = Map.copyOf(fields);
  }

  @Override
  public String toString() {
    return "CallEvent[" + call.value() + " #" + sequence + " " + type + "]";
  }
}
