package dev.frontdesk.cli;

import dev.frontdesk.lab.Chat;
import dev.frontdesk.lab.ScenarioReader;
import dev.frontdesk.vocabulary.OrgId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "chat",
    description = "The same agent in the terminal: type what a caller would say.",
    mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {
  @Option(names = "--scenario", description = "Whose business and clock; its caller is you.")
  @Nullable Path scenarioFile;

  @Override
  public Integer call() throws IOException {
    Path file = scenarioFile != null ? scenarioFile : Home.path().resolve("lab/scenarios/demo.yaml");
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Chat.run(ScenarioReader.read(file, new OrgId("chat")), in, System.out);
      return 0;
    }
  }
}
