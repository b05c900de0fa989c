package dev.frontdesk.lab;

import dev.frontdesk.voice.EndpointingPolicy;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// `lab endpointing`: labelled turns through the real conversation, once for each policy. Nothing
/// in it depends on the machine: the same program gives the same figures.
public final class LabEndpointing {
  private LabEndpointing() {}

  /// Plays the shipped conversations and prints a table.
  public static EndpointingReport run(PrintStream out) {
    var report = measure(LabelledCall.shipped());
    out.print(report.table());
    out.flush();
    return report;
  }

  static EndpointingReport measure(List<LabelledCall> calls) {
    var figures = new ArrayList<EndpointingReport.Figures>();
    for (var policy : EndpointingPolicy.values()) {
      var turns = new ArrayList<EndpointingTurn>();
      calls.forEach(call -> turns.addAll(EndpointingCall.play(call, policy)));
      figures.add(EndpointingReport.Figures.of(policy, turns));
    }
    return new EndpointingReport(figures);
  }
}
