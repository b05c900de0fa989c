package dev.frontdesk.cli;

import dev.frontdesk.lab.LabLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "load",
    description = "Many calls at once against a server in a process of its own, measured.",
    mixinStandardHelpOptions = true)
final class LabLoadCommand implements Callable<Integer> {
  @Option(names = "--calls", required = true, description = "Calls at once.")
  int calls = 1;

  @Option(names = "--seconds", required = true, description = "How long new calls are begun.")
  int seconds = 60;

  @Option(names = "--json", description = "Write the result to this file.")
  @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (calls < 1 || seconds < 1) {
      throw new UserError("--calls and --seconds must be at least 1");
    }
    var report = LabLoad.run(new LabLoad.Options(calls, seconds), System.out);
    System.out.println(report.toJson());
    if (report.isVoid()) {
      System.out.println("void: the callers themselves were late, so this says nothing");
    }
    if (json != null) {
      Files.writeString(json, report.toJson());
    }
    return 0;
  }
}
