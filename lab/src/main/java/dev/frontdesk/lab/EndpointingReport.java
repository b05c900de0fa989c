package dev.frontdesk.lab;

import dev.frontdesk.voice.EndpointingPolicy;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// What each policy made of the same turns.
public record EndpointingReport(List<Figures> policies) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public EndpointingReport {
    policies = List.copyOf(policies);
  }

  /// @param turns         how many turns were said
  /// @param cutOffs       of these, taken as over before the caller had finished
  /// @param needlessWaits of those not cut off, taken as over more than 700 ms later than the
  ///     200 ms that people leave between turns
  /// @param delayP50Ms    from the last sound to the end of the turn, over those not cut off
  public record Figures(
      EndpointingPolicy policy,
      int turns,
      int cutOffs,
      int needlessWaits,
      long delayP50Ms,
      long delayP95Ms,
      List<String> cutOffTurns,
      List<String> needlessTurns) {
    public Figures {
      cutOffTurns = List.copyOf(cutOffTurns);
      needlessTurns = List.copyOf(needlessTurns);
    }

    static Figures of(EndpointingPolicy policy, List<EndpointingTurn> turns) {
      var cut = turns.stream().filter(EndpointingTurn::cutOff).toList();
      var needless = turns.stream().filter(EndpointingTurn::needlessWait).toList();
      var delays =
          turns.stream()
              .filter(turn -> !turn.cutOff() && turn.delayMs() >= 0)
              .map(EndpointingTurn::delayMs)
              .sorted()
              .toList();
      return new Figures(
          policy,
          turns.size(),
          cut.size(),
          needless.size(),
          percentile(delays, 50),
          percentile(delays, 95),
          cut.stream().map(EndpointingTurn::said).toList(),
          needless.stream().map(EndpointingTurn::said).toList());
    }

    private static long percentile(List<Long> sorted, int percent) {
      int rank = (sorted.size() * percent + 99) / 100;
      return sorted.isEmpty() ? -1 : sorted.get(Math.max(0, rank - 1));
    }

    String name() {
      return policy.name().toLowerCase(Locale.ROOT);
    }
  }

  /// A small table, one line for each policy.
  public String table() {
    var table = new StringBuilder();
    table.append(
        "%-14s %6s %9s %15s %10s %10s%n"
            .formatted("policy", "turns", "cut-offs", "needless waits", "delay p50", "delay p95"));
    for (var each : policies) {
      table.append(
          "%-14s %6d %9d %15d %7d ms %7d ms%n"
              .formatted(
                  each.name(), each.turns, each.cutOffs, each.needlessWaits, each.delayP50Ms,
                  each.delayP95Ms));
    }
    return table.toString();
  }

  /// `{policies: [{policy, turns, cutOffs, needlessWaits, delayMs: {p50, p95}, cutOffTurns,
  /// needlessTurns}]}`
  public String toJson() {
    var root = JSON.createObjectNode();
    var all = root.putArray("policies");
    for (var each : policies) {
      var one = all.addObject();
      one.put("policy", each.name()).put("turns", each.turns).put("cutOffs", each.cutOffs);
      one.put("needlessWaits", each.needlessWaits);
      one.putObject("delayMs").put("p50", each.delayP50Ms).put("p95", each.delayP95Ms);
      var cut = one.putArray("cutOffTurns");
      each.cutOffTurns.forEach(cut::add);
      var needless = one.putArray("needlessTurns");
      each.needlessTurns.forEach(needless::add);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
