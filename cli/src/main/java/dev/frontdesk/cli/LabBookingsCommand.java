package dev.frontdesk.cli;

import dev.frontdesk.lab.LabBookings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "bookings",
    description =
        "Bookings at a rate, each timed from the request to its commit, calendar and text message.",
    mixinStandardHelpOptions = true)
final class LabBookingsCommand implements Callable<Integer> {
  @Option(names = "--rate", required = true, description = "Bookings a second.")
  int rate = 1;

  @Option(names = "--seconds", required = true, description = "How long they are measured.")
  int seconds = 20;

  @Option(names = "--json", description = "Write the result to this file.")
  @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate < 1 || seconds < 1) {
      throw new UserError("--rate and --seconds must be at least 1");
    }
    var report = LabBookings.run(new LabBookings.Options(rate, seconds), System.out);
    System.out.println(report.table());
    System.out.println(report.toJson());
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return report.tally().clean() && report.acknowledged() == report.asked() ? 0 : 1;
  }
}
