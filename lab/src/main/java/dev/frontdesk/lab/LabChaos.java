package dev.frontdesk.lab;

import dev.frontdesk.lab.VendorWatch.Moment;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// `lab chaos`: clients book, move and cancel while the server is killed between steps and started
/// again, its database connections are cut, vendors misbehave and people edit the customer
/// records. Then what was acknowledged is compared with what stands everywhere.
///
/// Vendors, clients and their history live in this process, which is never killed.
public final class LabChaos {
  private static final int ORGANISATIONS = 10;
  private static final int CLIENTS = 48;
  private static final int HITS_PER_STEP = 5;
  private static final Duration VENDORS_TAKE = Duration.ofMillis(20);
  private static final Duration AIMING = Duration.ofSeconds(8);
  private static final Duration BREATH = Duration.ofMillis(1_500);

  /// Between kills once every boundary was hit: so that those who wait are served.
  private static final Duration LONG_BREATH = Duration.ofSeconds(10);
  private static final Duration BETWEEN_CUTS = Duration.ofSeconds(3);
  private static final Duration DRAIN = Duration.ofMinutes(4);

  /// More than the time between two looks at the customer records.
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(150);

  private final Options options;
  private final PrintStream progress;
  private final BookingStage stage;
  private final ChaosHistory history = new ChaosHistory();
  private final KillPlan plan = new KillPlan(HITS_PER_STEP);
  private final Map<String, String> unanswered = ChaosClient.noneUnanswered();
  private final AtomicReference<Optional<Aim>> aim = new AtomicReference<>(Optional.empty());
  private final AtomicInteger strangers = new AtomicInteger();
  private final AtomicInteger backendKills = new AtomicInteger();

  /// @param bookings how many customers book
  /// @param kill     whether the server is killed, and PostgreSQL's backends
  public record Options(int bookings, boolean kill, long seed) {}

  /// The boundary to be hit next; completed by who hit it, with the server dead.
  private record Aim(ChaosStep step, CompletableFuture<Void> hit) {}

  private LabChaos(Options options, PrintStream progress, BookingStage stage) {
    this.options = options;
    this.progress = progress;
    this.stage = stage;
  }

  /// Blocks until the run is over.
  public static ChaosReport run(Options options, PrintStream progress)
      throws IOException, InterruptedException {
    try (var stage = BookingStage.open(ORGANISATIONS, VENDORS_TAKE, options.seed())) {
      return new LabChaos(options, progress, stage).run();
    }
  }

  private ChaosReport run() throws IOException, InterruptedException {
    stage.vendors().misbehave();
    stage.vendors().watch(this::passing);
    progress.println("clients are booking while vendors misbehave");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        threads.submit(() -> client(number));
      }
      Future<?> cuts = threads.submit(this::cutConnections);
      Future<?> edits = threads.submit(this::editRecords);
      if (options.kill()) {
        killUntilDone();
      }
      awaitClients();
      cuts.cancel(true);
      edits.cancel(true);
    }
    progress.println("all are served; the vendors calm down and what is left is done");
    stage.vendors().calm();
    if (!stage.drain(DRAIN)) {
      progress.println("work is still left after " + DRAIN.toSeconds() + " s");
    }
    stage.backstage().deadLetters().forEach(letter -> progress.println("dead letter: " + letter));
    return new ChaosReport(
        history.booked(), history.acts(), settled(), plan.kills(), plan.byStep(),
        backendKills.get(), stage.vendors().faultCounts());
  }

  /// The verdict once edits in the customer records have been fetched too; what is not right then
  /// never will be.
  private ChaosVerdict.Tally settled() throws InterruptedException {
    long until = System.nanoTime() + SETTLES_WITHIN.toNanos();
    var tally = stage.verdict(history);
    while (!tally.clean() && System.nanoTime() < until) {
      TimeUnit.SECONDS.sleep(5);
      stage.drain(DRAIN);
      tally = stage.verdict(history);
    }
    return tally;
  }

  private Void client(int number) throws InterruptedException {
    var org = stage.organisations().get(number % stage.organisations().size());
    var client =
        new ChaosClient(
            "client-" + number, org.value(), stage.client(org), history, unanswered,
            options.seed() * CLIENTS + number);
    int stranger = strangers.incrementAndGet();
    while (moreToServe(stranger)) {
      client.serve(LabBookings.stranger(stranger));
      stranger = strangers.incrementAndGet();
    }
    return null;
  }

  /// As many as were asked for; and on, until every boundary was hit.
  private boolean moreToServe(int stranger) {
    return stranger <= options.bookings() || (options.kill() && !plan.done());
  }

  private void awaitClients() throws InterruptedException {
    while (strangers.get() <= options.bookings() || !unanswered.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private void killUntilDone() throws IOException, InterruptedException {
    while (strangers.get() <= options.bookings() || !plan.done()) {
      TimeUnit.NANOSECONDS.sleep((plan.done() ? LONG_BREATH : BREATH).toNanos());
      var step = plan.next().orElseGet(KillPlan::any);
      if (aimAt(step)) {
        stage.server().startAgain();
      }
    }
  }

  /// Kills the server at this boundary.
  ///
  /// @return whether it was killed; a vendor may not be asked anything for a while
  private boolean aimAt(ChaosStep step) throws InterruptedException {
    var hit = EnumSet.noneOf(ChaosStep.class);
    if (step.watched()) {
      var next = new Aim(step, new CompletableFuture<>());
      aim.set(Optional.of(next));
      try {
        next.hit().get(AIMING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException missed) {
        return !aim.compareAndSet(Optional.of(next), Optional.empty());
      } catch (java.util.concurrent.ExecutionException failed) {
        throw new IllegalStateException(failed);
      }
      hit.add(step);
    } else {
      TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(400_000));
      stage.server().kill();
    }
    var waiting = java.util.Set.copyOf(unanswered.keySet());
    TimeUnit.MILLISECONDS.sleep(100); // what the database had begun to commit is committed
    hit.addAll(stage.backstage().stepsCutShort(waiting));
    plan.killed(hit);
    progress.printf("kill %d at %s; %d booked%n", plan.kills(), hit, history.booked());
    return true;
  }

  /// On the thread of a request to a vendor, which goes on once the server is dead.
  private void passing(String vendor, Moment moment) {
    var aimed = aim.get();
    if (aimed.isPresent()
        && ChaosStep.at(vendor, moment).filter(aimed.get().step()::equals).isPresent()
        && aim.compareAndSet(aimed, Optional.empty())) {
      try {
        stage.server().kill();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
      aimed.get().hit().complete(null);
    }
  }

  private Void cutConnections() throws InterruptedException {
    while (options.kill()) {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_CUTS.toNanos());
      backendKills.addAndGet(stage.backstage().cutConnections());
    }
    return null;
  }

  /// People at the businesses cancel an appointment in their customer records now and then.
  private Void editRecords() throws InterruptedException {
    while (true) {
      TimeUnit.SECONDS.sleep(2);
      stage.vendors().editSomeRecord();
    }
  }
}
