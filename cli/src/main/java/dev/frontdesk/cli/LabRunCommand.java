package dev.frontdesk.cli;

import dev.frontdesk.lab.LabRun;
import dev.frontdesk.lab.LabStage.Ears;
import dev.frontdesk.lab.LabStage.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Plays scenarios and judges each by the rows it leaves.",
    mixinStandardHelpOptions = true)
final class LabRunCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Files, or folders of them.")
  List<Path> files = List.of();

  @Option(names = "--text", description = "Without audio, in virtual time.")
  boolean text;

  @Option(names = "--json", description = "Write the result to this file.")
  @Nullable Path json;

  @Option(names = "--at-once", description = "How many play side by side (${DEFAULT-VALUE}).")
  int atOnce = 4;

  @Option(names = "--transport", description = "With audio: twilio or websocket.")
  @Nullable Transport transport;

  @Option(names = "--ears", description = "With audio: simulated or sphinx.")
  Ears ears = Ears.SIMULATED;

  @Override
  public Integer call() throws IOException {
    var report = LabRun.run(new LabRun.Options(files, text, line(), ears, atOnce), System.out);
    System.out.printf("%d passed, %d failed%n", report.passed(), report.failed());
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return report.failed() == 0 ? 0 : 1;
  }

  private Transport line() {
    if (transport != null) {
      return transport;
    }
    return ears == Ears.SPHINX ? Transport.WEBSOCKET : Transport.TWILIO;
  }
}
