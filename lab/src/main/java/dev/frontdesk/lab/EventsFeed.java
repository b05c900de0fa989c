package dev.frontdesk.lab;

import dev.frontdesk.server.CallEvent;
import dev.frontdesk.server.CallEvents;
import dev.frontdesk.vocabulary.CallId;
import java.util.Map;
import java.util.function.Consumer;

/// The live feed of a server in this process.
record EventsFeed(CallEvents events) implements AgentFeed {

  @Override
  public AutoCloseable follow(String call, Consumer<Event> watcher) {
    return events.watch(new CallId(call), event -> watcher.accept(translate(event)));
  }

  private static Event translate(CallEvent event) {
    return translate(event.type(), event.fields());
  }

  /// From the feed's own words and JSON fields.
  static Event translate(String type, Map<String, Object> fields) {
    return switch (type) {
      case "agent.speaking" ->
          new Event.Speaking(
              (int) number(fields, "turn"), text(fields, "text"), flag(fields, "filler"));
      case "agent.spoke" ->
          new Event.Spoke(
              (int) number(fields, "turn"),
              text(fields, "text"),
              text(fields, "heard"),
              flag(fields, "filler"));
      case "turn.timed" ->
          new Event.Timed(
              (int) number(fields, "turn"),
              number(fields, "endpointingMs"),
              number(fields, "languageMs"),
              number(fields, "speechMs"),
              number(fields, "overheadMs"));
      case CallEvents.LAST -> new Event.Over();
      default -> new Event.Other(type);
    };
  }

  private static String text(Map<String, Object> fields, String key) {
    return String.valueOf(fields.getOrDefault(key, ""));
  }

  private static double number(Map<String, Object> fields, String key) {
    return fields.get(key) instanceof Number number ? number.doubleValue() : 0;
  }

  private static boolean flag(Map<String, Object> fields, String key) {
    return Boolean.TRUE.equals(fields.get(key));
  }
}
