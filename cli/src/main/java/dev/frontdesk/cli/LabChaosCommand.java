package dev.frontdesk.cli;

import dev.frontdesk.lab.LabChaos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "chaos",
    description = "Bookings while everything fails; then compares what was promised with what is.",
    mixinStandardHelpOptions = true)
final class LabChaosCommand implements Callable<Integer> {
  @Option(names = "--bookings", required = true, description = "How many customers book.")
  int bookings = 1;

  @Option(names = "--kill", description = "Kill the server between steps, and its connections.")
  boolean kill;

  @Option(names = "--seed", description = "Of the vendors' faults and the clients' moods.")
  long seed = 1;

  @Option(names = "--json", description = "Write the result to this file.")
  @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (bookings < 1) {
      throw new UserError("--bookings must be at least 1");
    }
    var report = LabChaos.run(new LabChaos.Options(bookings, kill, seed), System.out);
    System.out.println(report.toJson());
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return report.clean() ? 0 : 1;
  }
}
