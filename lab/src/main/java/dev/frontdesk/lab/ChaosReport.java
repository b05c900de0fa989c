package dev.frontdesk.lab;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What `lab chaos` found.
///
/// @param acknowledged bookings the server said yes to
/// @param acts         bookings made, moved and cancelled, together
/// @param kills        of the server's process
/// @param killsByStep  at which boundaries a kill found some booking
/// @param backendKills of PostgreSQL's connections under the server
/// @param faults       what befell requests to vendors, by label
public record ChaosReport(
    int acknowledged,
    int acts,
    ChaosVerdict.Tally tally,
    int kills,
    Map<String, Integer> killsByStep,
    int backendKills,
    Map<String, Integer> faults) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
          .build();

  public boolean clean() {
    return tally.clean();
  }

  public String toJson() {
    var root = JSON.createObjectNode();
    root.put("acknowledged", acknowledged).put("acts", acts);
    root.put("lost", tally.lost());
    root.put("duplicated", tally.duplicated());
    root.put("contradictory", tally.contradictory());
    root.put("kills", kills);
    var steps = root.putObject("killsByStep");
    killsByStep.forEach(steps::put);
    root.put("backendKills", backendKills);
    var befell = root.putObject("faults");
    faults.forEach(befell::put);
    var examples = root.putArray("examples");
    tally.examples().forEach(examples::add);
    return JSON.writeValueAsString(root);
  }
}
