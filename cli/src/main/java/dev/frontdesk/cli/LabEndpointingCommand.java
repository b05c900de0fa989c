package dev.frontdesk.cli;

import dev.frontdesk.lab.LabEndpointing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "endpointing",
    description = "Each endpointing policy over labelled turns: cut-offs, needless waits, delay.",
    mixinStandardHelpOptions = true)
final class LabEndpointingCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Write the result to this file.")
  @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    var report = LabEndpointing.run(System.out);
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return 0;
  }
}
