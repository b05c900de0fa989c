package dev.frontdesk.cli;

import dev.frontdesk.lab.FollowWatch;
import dev.frontdesk.server.CallEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows a call in the terminal as it happens: words as they are heard, what the desk does, and a
/// waterfall of each turn's time.
final class LiveView {
  /// One block of a waterfall bar.
  private static final int MILLIS_PER_BLOCK = 25;

  private static final int WIDEST_BAR = 24;

  private final PrintStream out;
  private final boolean terminal;
  private boolean open; // an unfinished line of words still being heard

  LiveView(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void show(CallEvent event) {
    var fields = event.fields();
    switch (event.type()) {
      case "caller.heard" -> interim(text(fields, "text"));
      case "turn.taken" -> line("caller", bold(text(fields, "text")));
      case "keys.taken" -> line("caller", dim("pressed " + fields.get("count") + " key(s)"));
      case "silence.taken" -> line("caller", dim("(silence)"));
      case "agent.speaking" -> line("agent", text(fields, "text"));
      case "agent.spoke" -> cutShort(text(fields, "text"), text(fields, "heard"));
      case "barged.in" -> line("", dim("barge-in: " + words(fields.get("outcome"))
          + ", agent silent after " + fields.get("silenceMs") + " ms"));
      case "turn.timed" -> waterfall(fields);
      case "call.status" -> line("call", dim(String.valueOf(fields.get("status"))));
      case "slots.offered" -> desk("offered   ", fields.get("slots"));
      case "slot.held" -> desk("held      ", fields.get("slot"));
      case "booked" -> desk("booked    ", fields.get("slot"));
      case "rescheduled" -> desk("moved to  ", fields.get("slot"));
      case "cancelled" -> desk("cancelled ", fields.get("slot"));
      default -> {
        // the rest is for reports
      }
    }
  }

  /// Something that followed the booking.
  synchronized void followed(FollowWatch.Step step) {
    line(
        "after",
        colour("%-14s".formatted(step.what()), 36)
            + step.detail()
            + dim("  %.2f s after the yes".formatted(step.after().toMillis() / 1000.0)));
  }

  private void interim(String words) {
    if (terminal) {
      out.print("\r\033[K  " + pad("caller") + dim(words + " …"));
      out.flush();
      open = true;
    }
  }

  private void line(String who, String what) {
    if (open) {
      out.print("\r\033[K");
      open = false;
    }
    out.println("  " + pad(who) + what);
  }

  private void cutShort(String text, String heard) {
    if (!heard.equals(text)) {
      line("", dim(heard.isEmpty() ? "(not heard)" : "heard until: \"" + heard + "\""));
    }
  }

  private void desk(String what, @Nullable Object detail) {
    String shown =
        detail instanceof List<?> many
            ? String.join(", ", many.stream().map(String::valueOf).toList())
            : String.valueOf(detail);
    line("desk", colour(what, 32) + shown);
  }

  private void waterfall(Map<String, Object> fields) {
    var text = new StringBuilder();
    for (String stage : List.of("endpointing", "language", "speech", "overhead")) {
      double millis = ((Number) fields.getOrDefault(stage + "Ms", 0)).doubleValue();
      int blocks = (int) Math.min(WIDEST_BAR, Math.ceil(millis / MILLIS_PER_BLOCK));
      text.append(stage)
          .append(' ')
          .append("█".repeat(blocks))
          .append(String.format(" %.0f ms  ", millis));
    }
    line("", dim(text.toString().stripTrailing()));
  }

  private static String text(Map<String, Object> fields, String key) {
    return String.valueOf(fields.getOrDefault(key, ""));
  }

  private static String words(@Nullable Object constant) {
    return String.valueOf(constant).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String pad(String who) {
    return String.format("%-8s", who);
  }

  private String bold(String text) {
    return terminal ? "\033[1m" + text + "\033[0m" : text;
  }

  private String dim(String text) {
    return terminal ? "\033[2m" + text + "\033[0m" : text;
  }

  private String colour(String text, int code) {
    return terminal ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
