package dev.frontdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.frontdesk.bench.JobBench.Load;
import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.vocabulary.TraceId;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;

/// From the commit of an outbox entry until the last of its four jobs is done, at a steady rate
/// over many organisations, with vendors that take 100 ms and shared rate limits on each.
///
/// Arguments: entries per second (50), seconds (30), organisations (100).
public final class JobLatency {
  private static final PrintStream OUT = System.out;
  private static final int KINDS = 4;
  private static final Duration VENDOR = Duration.ofMillis(100);
  private static final TraceId TRACE = new TraceId("0".repeat(32));
  private static final long LONGEST_MS = 600_000;

  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final ConcurrentHistogram first = new ConcurrentHistogram(LONGEST_MS, 3);
  private final ConcurrentHistogram last = new ConcurrentHistogram(LONGEST_MS, 3);

  private record Waiting(long sinceNs, AtomicInteger left) {}

  private JobLatency() {}

  public static void main(String[] arguments) throws Exception {
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
    int organisations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    var home = Files.createTempDirectory(Path.of("bench/target"), "latency");
    try (var storage = Storage.open(StorageSettings.embedded(home, Clock.systemUTC()))) {
      JobBench.makeOrganisations(storage, organisations);
      new JobLatency().run(storage, rate, seconds, organisations);
    }
  }

  private void run(Storage storage, int rate, int seconds, int organisations) throws Exception {
    var load = new Load(KINDS, new Rate(10, 20), VENDOR, 8, job -> done(job.key()));
    try (var bench = new JobBench(storage, load);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      bench.start();
      offer(storage, threads, rate, 10, organisations, 0); // until the JIT has had its say
      settle();
      first.reset();
      last.reset();
      long cpu = cpuNs();
      long from = System.nanoTime();
      offer(storage, threads, rate, seconds, organisations, 1_000_000);
      settle();
      double took = (System.nanoTime() - from) / 1e9;
      OUT.printf(
          "%d entries/s, %d jobs/s: this process used %.0f %% of a core%n",
          rate, rate * KINDS, (cpuNs() - cpu) / 1e7 / took);
      print("first job", first);
      print("last job", last);
    }
  }

  private void offer(
      Storage storage,
      ExecutorService threads,
      int rate,
      int seconds,
      int organisations,
      int base)
      throws InterruptedException {
    long step = TimeUnit.SECONDS.toNanos(1) / rate;
    long start = System.nanoTime();
    for (int n = 0; n < rate * seconds; n++) {
      TimeUnit.NANOSECONDS.sleep(start + n * step - System.nanoTime());
      int entry = base + n;
      threads.submit(() -> append(storage, entry, organisations));
    }
  }

  private void append(Storage storage, int n, int organisations) {
    var key = "booking-" + n;
    var entry =
        OutboxEntry.of(
            JobBench.org(n % organisations), "bench.happened", key, "{\"subject\":\"s\"}", TRACE,
            Clock.systemUTC().instant());
    waiting.put(key, new Waiting(System.nanoTime(), new AtomicInteger(KINDS)));
    storage.outbox().append(entry);
  }

  private void done(String key) {
    var one = waiting.get(key);
    if (one == null) {
      return;
    }
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - one.sinceNs);
    int left = one.left.decrementAndGet();
    if (left == KINDS - 1) {
      first.recordValue(ms);
    }
    if (left == 0) {
      last.recordValue(ms);
      waiting.remove(key);
    }
  }

  private void settle() throws InterruptedException {
    while (!waiting.isEmpty()) {
      Thread.sleep(10);
    }
  }

  private static long cpuNs() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void print(String what, ConcurrentHistogram times) {
    OUT.printf(
        "%s after the append began: p50 %d, p95 %d, p99 %d, most %d ms of which the vendor %d%n",
        what,
        times.getValueAtPercentile(50),
        times.getValueAtPercentile(95),
        times.getValueAtPercentile(99),
        times.getMaxValue(),
        VENDOR.toMillis());
  }
}
