package dev.frontdesk.cli;

import dev.frontdesk.lab.FollowWatch;
import dev.frontdesk.lab.LabStage;
import dev.frontdesk.lab.LabStage.Ears;
import dev.frontdesk.lab.LabStage.Transport;
import dev.frontdesk.lab.Scenario;
import dev.frontdesk.lab.ScenarioReader;
import dev.frontdesk.lab.ScenarioResult;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Plays one phone call against a server on this machine and shows it live.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /// The calendar, the text, the report and the records take seconds at most.
  private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(20);

  @Option(names = "--once", description = "End after the call; status 0 only if the booking stands.")
  boolean once;

  @Option(names = "--json", description = "Write the whole result to this file.")
  @Nullable Path json;

  @Option(names = "--scenario", description = "Another caller (YAML, see docs/scenarios.md).")
  @Nullable Path scenarioFile;

  @Option(
      names = "--transport",
      description = "twilio (8 kHz phone line) or websocket (16 kHz Vapi call).")
  @Nullable Transport transport;

  @Option(names = "--ears", description = "simulated (recogniser) or sphinx (real, local, 16 kHz).")
  Ears ears = Ears.SIMULATED;

  @Option(
      names = "--no-think-ahead",
      negatable = true,
      description = "The agent begins to think only once a turn is over.")
  boolean thinkAhead = true;

  @Option(names = "--data", description = "Where the database lives (./data).")
  Path data = Path.of("data");

  @Override
  public Integer call() throws InterruptedException, IOException {
    var scenario = scenario();
    // The process began before: the launcher may have built first.
    var began = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    try (var stage = LabStage.open(settings(), List.of(scenario), thinkAhead)) {
      System.out.printf(
          "Frontdesk is ready to ring after %.1f s: %s%n%n",
          Duration.between(began, Instant.now()).toMillis() / 1000.0,
          stage.server().urls().http());
      var view = new LiveView(System.out, System.console() != null);
      var log = new CallLog();
      ScenarioResult result;
      List<String> missing;
      List<FollowWatch.Step> followed;
      try (var following = stage.follow(scenario, view::followed);
          var _ = stage.server().events().watchAll(log::add);
          var _ = stage.server().events().watchAll(following::on);
          var _ = stage.server().events().watchAll(view::show)) {
        result = stage.play(scenario);
        missing = following.await(FOLLOWS_WITHIN);
        followed = following.steps();
      }
      var outcome =
          new DemoOutcome(
              scenario, result, log, stage.server().storage(), followed, missing);
      outcome.print(System.out);
      if (json != null) {
        Files.writeString(json, outcome.toJson());
      }
      if (!once) {
        stayUp(stage);
      }
      return result.passed() ? 0 : 1;
    }
  }

  private LabStage.Settings settings() {
    Transport line =
        transport != null ? transport : ears == Ears.SPHINX ? Transport.WEBSOCKET : Transport.TWILIO;
    try {
      return new LabStage.Settings(data, line, ears, true);
    } catch (IllegalArgumentException refused) {
      throw new UserError(String.valueOf(refused.getMessage()), refused);
    }
  }

  /// Each run is a business of its own, so that an earlier run's booking is not in the way.
  private Scenario scenario() {
    Path file = scenarioFile != null ? scenarioFile : Home.path().resolve("lab/scenarios/demo.yaml");
    return ScenarioReader.read(file, new OrgId("demo-" + Ids.newUuid(Instant.now())));
  }

  private static void stayUp(LabStage stage) throws InterruptedException {
    System.out.printf(
        "%nThe server stays up at %s until you press Ctrl-C.%n", stage.server().urls().http());
    var forever = new java.util.concurrent.CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop"));
    forever.await();
  }
}
