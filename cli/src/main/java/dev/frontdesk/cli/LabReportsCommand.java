package dev.frontdesk.cli;

import dev.frontdesk.lab.LabReports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reports",
    description = "Precision and recall of what the rules make of calls, over labelled calls.",
    mixinStandardHelpOptions = true)
final class LabReportsCommand implements Callable<Integer> {
  @Option(names = "--mistakes", description = "List the tuned calls that are misunderstood.")
  boolean mistakes;

  @Override
  public Integer call() {
    LabReports.run(System.out, mistakes);
    return 0;
  }
}
