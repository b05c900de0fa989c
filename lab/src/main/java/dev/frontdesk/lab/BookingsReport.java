package dev.frontdesk.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `lab bookings` measured.
///
/// @param asked        bookings asked for
/// @param acknowledged those the server said yes to
/// @param stages       where the time went, in microseconds, in the order of the way
public record BookingsReport(
    int rate,
    int seconds,
    int asked,
    int acknowledged,
    ChaosVerdict.Tally tally,
    Map<String, Histogram> stages) {
  static final String COMMIT = "request → committed and answered";
  static final String CALENDAR = "request → calendar written";
  static final String SMS = "request → SMS accepted";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
          .build();
  private static final long MOST_US = 60_000_000;

  /// Stages in the order in which they are first noted.
  static Map<String, Histogram> noStages() {
    return new LinkedHashMap<>();
  }

  static void note(Map<String, Histogram> stages, String stage, long fromNanos, long toNanos) {
    stages
        .computeIfAbsent(stage, _ -> new Histogram(MOST_US, 3))
        .recordValue(Math.clamp((toNanos - fromNanos) / 1000, 0, MOST_US));
  }

  public String toJson() {
    var root = JSON.createObjectNode();
    root.put("rate", rate).put("seconds", seconds);
    root.put("asked", asked).put("acknowledged", acknowledged);
    root.put("lost", tally.lost());
    root.put("duplicated", tally.duplicated());
    root.put("contradictory", tally.contradictory());
    percentiles(root.putObject("commitMs"), COMMIT);
    percentiles(root.putObject("calendarMs"), CALENDAR);
    percentiles(root.putObject("smsMs"), SMS);
    var all = root.putObject("stagesMs");
    stages.keySet().forEach(stage -> percentiles(all.putObject(stage), stage));
    var examples = root.putArray("examples");
    tally.examples().forEach(examples::add);
    return JSON.writeValueAsString(root);
  }

  /// For people: one line for each stage.
  public String table() {
    var text = new StringBuilder("%-44s %9s %9s %9s%n".formatted("milliseconds", "p50", "p95", "p99"));
    stages.forEach(
        (stage, times) ->
            text.append(
                "%-44s %9.1f %9.1f %9.1f%n"
                    .formatted(stage, ms(times, 50), ms(times, 95), ms(times, 99))));
    return text.toString();
  }

  private void percentiles(ObjectNode node, String stage) {
    var times = stages.getOrDefault(stage, new Histogram(MOST_US, 3));
    node.put("p50", ms(times, 50)).put("p95", ms(times, 95)).put("p99", ms(times, 99));
  }

  private static double ms(Histogram times, double percentile) {
    return Math.round(times.getValueAtPercentile(percentile) / 10.0) / 100.0;
  }
}
