package dev.frontdesk.cli;

import dev.frontdesk.lab.TurnEndLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "turn-end",
    description = "For each line of standard input: finished, unfinished or wait.",
    mixinStandardHelpOptions = true)
final class LabTurnEndCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      TurnEndLines.run(in, System.out);
    }
    return 0;
  }
}
