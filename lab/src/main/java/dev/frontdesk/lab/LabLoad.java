package dev.frontdesk.lab;

import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.SyntheticCaller.CallerVoice;
import dev.frontdesk.lab.SyntheticCaller.Rings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.voice.EndpointingPolicy;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Slot;
import io.netty.channel.IoEventLoopGroup;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/// `lab load`: so many callers at once for so long, each booking an appointment over the simulated
/// Twilio and phoning again. The server is a process on one core; callers, carrier, recogniser,
/// voice and PostgreSQL share the other.
public final class LabLoad {
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final PhoneNumber NUMBER = new PhoneNumber("+15005550006");
  private static final OrgId ORG = new OrgId("load");
  private static final Duration RAMP = Duration.ofSeconds(10);
  private static final long MOST_US = TimeUnit.MINUTES.toMicros(1);

  /// The balanced policy's patience after a finished line, and the voice's first audio.
  private static final double SCRIPTED_MS =
      EndpointingPolicy.BALANCED.finished().toMillis()
          + ElevenLabsLatency.USUAL.firstAudio().toMillis();

  private final Options options;
  private final PrintStream progress;
  private final IoEventLoopGroup loops = LineSocket.loops(1);
  private final Histogram firstAudio = histogram();
  private final Histogram overhead = histogram();
  private final Histogram late = histogram();
  private long turns;
  private long noReply;
  private long underruns;
  private double callSeconds;

  /// @param calls   how many at once
  /// @param seconds how long, from the moment the last of them rang
  public record Options(int calls, int seconds) {}

  private LabLoad(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Blocks until the run is over.
  public static LoadReport run(Options options, PrintStream progress)
      throws IOException, InterruptedException {
    var folder = LabRun.temporary();
    try {
      return new LabLoad(options, progress).run(folder);
    } finally {
      LabRun.delete(folder);
    }
  }

  private LoadReport run(Path folder) throws IOException, InterruptedException {
    var clips = new ClipRegistry();
    var studio = new CallerStudio(clips, _ -> new FreeTtsSynthesiser());
    var token = UUID.randomUUID().toString().replace("-", "");
    var rest = SimulatedTwilio.openRest();
    LoadServer.pin(ProcessHandle.current().pid(), 0);
    try (var storage = Storage.open(StorageSettings.embedded(folder, Clock.systemUTC()));
        var providers = Providers.start(loops, clips, ElevenLabsVoice.bursts());
        var server =
            LoadServer.start(
                folder, storage.embedded().orElseThrow(), SimulatedTwilio.address(rest), ACCOUNT,
                token, providers, organisation());
        var twilio = SimulatedTwilio.start(ACCOUNT, token, door(server), rest)) {
      LoadServer.pin(storage.embedded().orElseThrow().pid(), 0);
      var sounds = studio.record(caller(0), AudioFormat.PHONE);
      progress.println("the server is up; one call to warm it");
      ring(twilio, 0, sounds).join();
      reset();
      double idleMb = server.residentMb();
      double cpuBefore = server.cpuMs();
      long began = System.nanoTime();
      var callers = callAll(twilio, sounds, began);
      TimeUnit.NANOSECONDS.sleep(RAMP.toNanos() + TimeUnit.SECONDS.toNanos(options.seconds) / 2);
      double busyMb = server.residentMb();
      callers.join();
      double cpu = server.cpuMs() - cpuBefore;
      return new LoadReport(
          options.calls, turns, bookings(storage), noReply, underruns,
          cpu / Math.max(1, callSeconds), (busyMb - idleMb) / options.calls, firstAudio, overhead,
          histogram(), late);
    } catch (SynthesisFailed e) {
      throw new IOException("the callers have no voice: " + e.getMessage(), e);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  /// Everyone phones, one after another within the ramp, and again until time is up.
  private CompletableFuture<Void> callAll(
      SimulatedTwilio twilio, CallerSounds sounds, long began) {
    long until = began + RAMP.toNanos() + TimeUnit.SECONDS.toNanos(options.seconds);
    var all = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < options.calls; i++) {
      int caller = i + 1;
      var first = new CompletableFuture<Void>();
      loops
          .next()
          .schedule(
              () -> first.complete(null), RAMP.toNanos() * i / options.calls, TimeUnit.NANOSECONDS);
      all.add(first.thenCompose(_ -> again(twilio, caller, sounds, until)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> again(
      SimulatedTwilio twilio, int caller, CallerSounds sounds, long until) {
    return ring(twilio, caller, sounds)
        .thenCompose(
            _ ->
                System.nanoTime() < until
                    ? again(twilio, caller, sounds, until)
                    : CompletableFuture.completedFuture(null));
  }

  private CompletableFuture<CallRecord> ring(
      SimulatedTwilio twilio, int number, CallerSounds sounds) {
    var loop = new NettyMediaLoop(loops.next());
    var caller = caller(number);
    var line = twilio.line(loop, caller.phone(), NUMBER);
    long rang = System.nanoTime();
    return new LiveCaller(line, caller, sounds, AgentFeed.BY_EAR, this::late)
        .ring()
        .thenApply(record -> took(record, (System.nanoTime() - rang) / 1e9));
  }

  private synchronized CallRecord took(CallRecord record, double seconds) {
    turns += record.turns();
    noReply += record.noReply();
    underruns += record.underruns();
    callSeconds += seconds;
    for (var wait : record.waits()) {
      note(firstAudio, wait.ms() * 1000);
      note(overhead, Math.max(0, (wait.ms() - SCRIPTED_MS) * 1000));
    }
    return record;
  }

  private synchronized void late(long nanos) {
    note(late, Math.max(0, nanos / 1000.0));
  }

  private synchronized void reset() {
    firstAudio.reset();
    overhead.reset();
    late.reset();
    turns = 0;
    noReply = 0;
    underruns = 0;
    callSeconds = 0;
  }

  private static void note(Histogram histogram, double micros) {
    histogram.recordValue(Math.min(MOST_US, Math.round(micros)));
  }

  private static Histogram histogram() {
    return new Histogram(MOST_US, 3);
  }

  private static long bookings(Storage storage) {
    var year = Duration.ofDays(366);
    var now = Instant.now();
    return storage.bookings().between(ORG, new Slot(now.minus(year), now.plus(year))).size();
  }

  private static ServerDoor door(LoadServer server) {
    return new ServerDoor(
        URI.create("https://desk.lab.test"),
        URI.create("wss://desk.lab.test"),
        new InetSocketAddress("127.0.0.1", server.httpPort()),
        new InetSocketAddress("127.0.0.1", server.mediaPort()));
  }

  /// Says the next line whenever the agent has finished one.
  private static SyntheticCaller caller(int number) {
    var answers = new ArrayList<Answer>();
    for (var line :
        List.of("A haircut please.", "Tomorrow at ten a.m.", "It's Dana Whitfield.", "Yes please.")) {
      answers.add(answer(line, false));
    }
    answers.add(answer("No, thanks, bye.", true));
    return new SyntheticCaller(
        Optional.of(new PhoneNumber("+1415%07d".formatted(5_550_000 + number))),
        CallerVoice.DEFAULT,
        "I'd like to make an appointment.",
        answers,
        SyntheticCaller.OTHERWISE,
        OptionalDouble.empty(),
        Rings.TOGETHER);
  }

  private static Answer answer(String line, boolean hangUp) {
    var anything = Pattern.compile("");
    return new Answer(anything, line, "", Optional.empty(), new Stay.None(), 1, hangUp);
  }

  /// Enough chairs for everyone at the same time.
  private static String organisation() {
    var text =
        new StringBuilder(
            """
            organisations:
              - id: load
                numbers: ["%s"]
                concurrentCalls: 10000
                organisation: {name: Load Barbers, timeZone: Etc/UTC}
                services:
                  - {id: haircut, name: Haircut, minutes: 30, capacity: 500}
                  - {id: colour, name: Colour, minutes: 60, capacity: 500}
                resources:
            """
                .formatted(NUMBER.e164()));
    for (int i = 0; i < 10; i++) {
      text.append(
          "      - {id: r%d, name: Resource %d, schedule: {mon-sun: [\"00:00-24:00\"]}}\n"
              .formatted(i, i));
    }
    return text.toString();
  }
}
