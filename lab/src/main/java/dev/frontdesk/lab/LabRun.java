package dev.frontdesk.lab;

import dev.frontdesk.server.BadFileException;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/// `lab run SCENARIO…`: plays scenarios, several at a time, and judges each by the rows it leaves.
public final class LabRun {
  private static final int MOST_SERVERS = 2;

  private final Options options;
  private final PrintStream progress;

  private LabRun(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /// @param files  scenario files, or folders of them
  /// @param text   without audio, under virtual time
  /// @param atOnce how many play side by side
  public record Options(
      List<Path> files,
      boolean text,
      LabStage.Transport transport,
      LabStage.Ears ears,
      int atOnce) {
    public static final int AT_ONCE = 8;

    public Options {
      files = List.copyOf(files);
    }
  }

  /// Blocks until all have been played.
  ///
  /// @throws BadFileException when a file has a mistake; nothing was played then
  public static LabReport run(Options options, PrintStream progress) {
    return new LabRun(options, progress).run();
  }

  private LabReport run() {
    var scenarios = new ArrayList<Scenario>();
    for (var file : expanded(options.files())) {
      scenarios.add(ScenarioReader.read(file, new OrgId("lab-" + scenarios.size())));
    }
    var folder = temporary();
    try {
      return new LabReport(options.text() ? inText(scenarios, folder) : live(scenarios, folder));
    } finally {
      delete(folder);
    }
  }

  private List<ScenarioResult> inText(List<Scenario> scenarios, Path folder) {
    var key = new Secret(UUID.randomUUID() + "" + UUID.randomUUID());
    try (var storage = Storage.open(StorageSettings.embedded(folder, Clock.systemUTC()))) {
      return sideBySide(
          scenarios.stream()
              .<Callable<ScenarioResult>>map(one -> () -> TextRun.play(one, storage, key))
              .toList(),
          scenarios);
    }
  }

  /// One server for each distinct clock and so many calls at once; a few servers side by side, each
  /// row of them on a database of its own.
  private List<ScenarioResult> live(List<Scenario> scenarios, Path folder) {
    var groups = groups(scenarios);
    var databases = new LinkedBlockingQueue<Path>();
    for (int i = 0; i < MOST_SERVERS; i++) {
      databases.add(folder.resolve("data-" + i));
    }
    var results = new ConcurrentHashMap<Scenario, ScenarioResult>();
    try (var threads = Executors.newFixedThreadPool(MOST_SERVERS)) {
      for (var group : groups) {
        threads.submit(() -> onStage(group, databases, results));
      }
    }
    return scenarios.stream()
        .map(
            scenario ->
                results.computeIfAbsent(
                    scenario, _ -> ScenarioResult.failed(scenario.name(), "was not played")))
        .toList();
  }

  private void onStage(
      List<Scenario> group,
      BlockingQueue<Path> databases,
      Map<Scenario, ScenarioResult> results) {
    try {
      var database = databases.take();
      var settings = new LabStage.Settings(database, options.transport(), options.ears(), false);
      try (var stage = LabStage.open(settings, group);
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var scenario : group) {
          threads.submit(() -> tell(results, scenario, played(stage, scenario)));
        }
      } catch (RuntimeException e) {
        group.forEach(
            scenario ->
                tell(
                    results,
                    scenario,
                    ScenarioResult.failed(scenario.name(), "no server: " + e.getMessage())));
      } finally {
        databases.add(database);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ScenarioResult played(LabStage stage, Scenario scenario) {
    try {
      return stage.play(scenario);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ScenarioResult.failed(scenario.name(), "interrupted");
    } catch (RuntimeException e) {
      return ScenarioResult.failed(scenario.name(), "could not be played: " + e);
    }
  }

  private void tell(
      Map<Scenario, ScenarioResult> results, Scenario scenario, ScenarioResult result) {
    if (results.putIfAbsent(scenario, result) == null) {
      tell(result);
    }
  }

  /// Scenarios of one `now`, at most `atOnce` of them.
  private List<List<Scenario>> groups(List<Scenario> scenarios) {
    var byClock = new LinkedHashMap<Instant, List<Scenario>>();
    scenarios.forEach(
        one -> byClock.computeIfAbsent(one.now(), _ -> new ArrayList<>()).add(one));
    var groups = new ArrayList<List<Scenario>>();
    for (var sameClock : byClock.values()) {
      for (int i = 0; i < sameClock.size(); i += options.atOnce()) {
        groups.add(
            List.copyOf(sameClock.subList(i, Math.min(sameClock.size(), i + options.atOnce()))));
      }
    }
    return groups;
  }

  private List<ScenarioResult> sideBySide(
      List<Callable<ScenarioResult>> plays, List<Scenario> scenarios) {
    try (var threads = Executors.newFixedThreadPool(options.atOnce())) {
      var running = plays.stream().map(threads::submit).toList();
      var results = new ArrayList<ScenarioResult>();
      for (int i = 0; i < running.size(); i++) {
        var result = result(running.get(i), scenarios.get(i).name());
        results.add(result);
        tell(result);
      }
      return results;
    }
  }

  private static ScenarioResult result(Future<ScenarioResult> running, String name) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      return ScenarioResult.failed(name, "could not be played: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ScenarioResult.failed(name, "interrupted");
    }
  }

  private synchronized void tell(ScenarioResult result) {
    progress.println((result.passed() ? "passed  " : "FAILED  ") + result.name());
    result.differences().forEach(difference -> progress.println("        " + difference));
  }

  private static List<Path> expanded(List<Path> files) {
    var all = new ArrayList<Path>();
    for (var file : files) {
      if (Files.isDirectory(file)) {
        try (var inside = Files.list(file)) {
          inside.filter(each -> each.toString().endsWith(".yaml")).sorted().forEach(all::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else {
        all.add(file);
      }
    }
    return all;
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("frontdesk-lab");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // left to the system's own cleaning
    }
  }
}
