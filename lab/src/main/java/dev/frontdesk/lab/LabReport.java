package dev.frontdesk.lab;

import dev.frontdesk.lab.CallRecord.Who;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What came of a run of scenarios.
public record LabReport(List<ScenarioResult> results) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public LabReport {
    results = List.copyOf(results);
  }

  public long passed() {
    return results.stream().filter(ScenarioResult::passed).count();
  }

  public long failed() {
    return results.size() - passed();
  }

  /// `{passed, failed, results: [{name, passed, differences, transcript, turns}]}`
  public String toJson() {
    var root = JSON.createObjectNode();
    root.put("passed", passed()).put("failed", failed());
    var all = root.putArray("results");
    for (var result : results) {
      var one = all.addObject();
      one.put("name", result.name()).put("passed", result.passed());
      var differences = one.putArray("differences");
      result.differences().forEach(differences::add);
      var transcript = one.putArray("transcript");
      var turns = one.putArray("turns");
      for (int i = 0; i < result.calls().size(); i++) {
        write(result.calls().get(i), i, transcript, turns);
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  /// @param caller which of the scenario's callers, from 0
  private static void write(CallRecord call, int caller, ArrayNode transcript, ArrayNode turns) {
    for (var line : call.lines()) {
      transcript
          .addObject()
          .put("role", line.who() == Who.AGENT ? "agent" : "caller")
          .put("text", line.text())
          .put("caller", caller);
    }
    for (var turn : call.timed()) {
      turns
          .addObject()
          .put("caller", caller)
          .put("endpointingMs", turn.endpointingMs())
          .put("languageMs", turn.languageMs())
          .put("speechMs", turn.speechMs())
          .put("overheadMs", turn.overheadMs());
    }
  }
}
