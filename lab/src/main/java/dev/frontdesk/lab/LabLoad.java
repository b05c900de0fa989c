package dev.frontdesk.lab;

import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.EnergyVad;
import dev.frontdesk.media.VadSettings;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.storage.StorageSettings;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.voice.EndpointingPolicy;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/// `lab load`: so many callers at once for so long, each booking an appointment over the simulated
/// Twilio and phoning again. The server is a process on one core; callers, carrier, recogniser,
/// voice and PostgreSQL share the other. A call is some 40 seconds of speech in real time, and
/// whoever is in one when the time is up finishes it.
///
/// Overhead is what a caller waits, from the last sample of their line to the first of the
/// agent's, above what the script itself takes. That is the endpointing policy's patience after a
/// finished line and the simulated voice's time to its first audio. Patience counts from the last
/// frame that stands above the noise, so the quiet end of a line, found with the server's own voice
/// activity detector, is taken off again. The recogniser's final comes within that patience on an
/// idle server and adds nothing; where it comes too late, the rest is overhead. Everything else
/// is: transport, scheduling, the dialogue, the database.
public final class LabLoad {
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final OrgId ORG = new OrgId("load");
  private static final Duration LONGEST_RAMP = Duration.ofSeconds(10);
  private static final Duration BETWEEN_RINGS = Duration.ofMillis(50);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(3);
  private static final int FEW_TO_WARM = 40;
  private static final int ROOM_FRAMES = 250;
  private static final long MOST_US = TimeUnit.MINUTES.toMicros(1);

  private final Options options;
  private final PrintStream progress;
  private final IoEventLoopGroup loops = LineSocket.loops(1);
  private final NettyMediaLoop loop = new NettyMediaLoop(loops.next());
  private final CallerTicks ticks = new CallerTicks(loop);
  private final Histogram firstAudio = histogram();
  private final Histogram overhead = histogram();
  private final Histogram late = histogram();
  private final Map<String, Histogram> byLine = new TreeMap<>();
  private final Map<Clip, Long> quietEnds = new IdentityHashMap<>();
  private final HeardWordsCheck heardWords = new HeardWordsCheck(ElevenLabsVoice.bursts());
  private final List<Cut> cuts = new ArrayList<>();
  private final Set<String> problems = new HashSet<>();
  private final AtomicInteger strangers = new AtomicInteger();
  private long turns;
  private long noReply;
  private long underruns;
  private double callSeconds;

  /// @param calls   how many at once
  /// @param seconds how long, from the moment the last of them rang
  public record Options(int calls, int seconds) {}

  /// A caller who broke in, and how long the agent had sounded by then.
  private record Cut(CallId call, double playedMs) {}

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
    ServerProcess.pin(ProcessHandle.current().pid(), 0);
    try (var storage = Storage.open(StorageSettings.embedded(folder, Clock.systemUTC()));
        var providers = Providers.start(loops, clips, heardWords);
        var server =
            LoadServer.start(
                folder, storage.embedded().orElseThrow(), SimulatedTwilio.address(rest), ACCOUNT,
                token, providers, LoadCallers.organisation());
        var twilio = SimulatedTwilio.start(ACCOUNT, token, door(server), rest)) {
      Runtime.getRuntime().addShutdownHook(new Thread(storage::close, "stop the database"));
      ServerProcess.pin(storage.embedded().orElseThrow().pid(), 0);
      var sounds = LoadCallers.record(studio);
      warmUp(twilio, sounds);
      long before = bookings(storage);
      reset();
      progress.println("calls to measure, all at once: " + options.calls);
      double idleMb = server.residentMb();
      double cpuBefore = server.cpuMs();
      long began = System.nanoTime();
      var time = ramp(options.calls).plusSeconds(options.seconds);
      var callers =
          bounded(callAll(twilio, sounds, options.calls, began + time.toNanos()), time);
      TimeUnit.NANOSECONDS.sleep(time.minusMillis(500L * options.seconds).toNanos());
      double busyMb = server.residentMb();
      callers.join();
      TimeUnit.SECONDS.sleep(1); // the last lines of the last calls are still being written
      double cpu = server.cpuMs() - cpuBefore;
      tellByLine();
      return new LoadReport(
          options.calls, turns, bookings(storage) - before, noReply, underruns,
          cpu / Math.max(1, callSeconds), (busyMb - idleMb) / options.calls, firstAudio, overhead,
          wordsOff(storage), late);
    } catch (SynthesisFailed e) {
      throw new IOException("the callers have no voice: " + e.getMessage(), e);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  /// A machine that has answered calls for a while has its code compiled. Few callers first, then
  /// as many as will be measured, once each.
  private void warmUp(SimulatedTwilio twilio, List<CallerSounds> sounds) {
    int few = Math.min(options.calls, FEW_TO_WARM);
    progress.println("the server is up; calls to warm it: " + few + ", then " + options.calls);
    bounded(callAll(twilio, sounds, few, System.nanoTime()), Duration.ZERO).join();
    bounded(callAll(twilio, sounds, options.calls, System.nanoTime()), Duration.ZERO).join();
  }

  private static Duration ramp(int calls) {
    var ramp = BETWEEN_RINGS.multipliedBy(calls);
    return ramp.compareTo(LONGEST_RAMP) < 0 ? ramp : LONGEST_RAMP;
  }

  /// A call that never ends must not keep the run from ending.
  private static CompletableFuture<Void> bounded(CompletableFuture<Void> calls, Duration time) {
    return calls.orTimeout(time.plus(LONGEST_CALL).toSeconds(), TimeUnit.SECONDS);
  }

  /// Everyone phones, one after another within the ramp, and again until time is up.
  private CompletableFuture<Void> callAll(
      SimulatedTwilio twilio, List<CallerSounds> sounds, int calls, long until) {
    var all = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < calls; i++) {
      int caller = i;
      var first = new CompletableFuture<Void>();
      loops
          .next()
          .schedule(
              () -> first.complete(null), ramp(calls).toNanos() * i / calls, TimeUnit.NANOSECONDS);
      all.add(first.thenCompose(_ -> again(twilio, caller, sounds, until)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> again(
      SimulatedTwilio twilio, int caller, List<CallerSounds> sounds, long until) {
    return ring(twilio, caller, sounds.get(caller % sounds.size()))
        .thenCompose(
            _ ->
                System.nanoTime() < until
                    ? again(twilio, caller, sounds, until)
                    : CompletableFuture.completedFuture(null));
  }

  private CompletableFuture<CallRecord> ring(
      SimulatedTwilio twilio, int number, CallerSounds sounds) {
    var caller = LoadCallers.caller(number, strangers.incrementAndGet());
    var line = twilio.line(loop, caller.phone(), LoadCallers.NUMBER);
    long rang = System.nanoTime();
    return new LiveCaller(line, ticks, caller, sounds, AgentFeed.BY_EAR, this::late)
        .ring()
        .thenApply(record -> took(record, line, sounds, (System.nanoTime() - rang) / 1e9));
  }

  private synchronized CallRecord took(
      CallRecord record, CallLine line, CallerSounds sounds, double seconds) {
    turns += record.turns();
    noReply += record.noReply();
    underruns += record.underruns();
    callSeconds += seconds;
    long played = line.playout().playedOfCut();
    if (played > 0
        && record.lines().stream().anyMatch(l -> l.text().equals(LoadCallers.BREAKS_IN))) {
      cuts.add(new Cut(new CallId(record.call()), AudioFormat.PHONE.millisOf((int) played)));
    }
    for (var wait : record.waits()) {
      double above = Math.max(0, wait.ms() - scriptedMs(sounds.speech(wait.said()))) * 1000;
      note(firstAudio, wait.ms() * 1000);
      note(overhead, above);
      note(byLine.computeIfAbsent(kind(wait.said()), _ -> histogram()), above);
    }
    if (!record.problem().isEmpty() && problems.add(record.problem())) {
      progress.println("a call went wrong: " + record.problem());
    }
    return record;
  }

  /// What the answer to this line takes by script alone.
  private double scriptedMs(Clip said) {
    long patience = EndpointingPolicy.BALANCED.finished().toMillis();
    long quiet = quietEnds.computeIfAbsent(said, LabLoad::quietEndMs);
    return Math.max(0, patience - quiet) + ElevenLabsLatency.USUAL.firstAudio().toMillis();
  }

  /// How much of the clip's end does not count as voice.
  private static long quietEndMs(Clip clip) {
    var vad = new EnergyVad(AudioFormat.PHONE, VadSettings.BARGE_IN);
    int frame = AudioFormat.PHONE.frameBytes();
    for (int i = 0; i < ROOM_FRAMES; i++) {
      vad.frame(CallerMouth.silence(AudioFormat.PHONE), 0, frame);
    }
    long quiet = 0;
    for (int at = 0; at < clip.audio().length; at += frame) {
      var whole = CallerMouth.silence(AudioFormat.PHONE);
      System.arraycopy(clip.audio(), at, whole, 0, Math.min(frame, clip.audio().length - at));
      vad.frame(whole, 0, frame);
      quiet = vad.voiced() ? 0 : quiet + AudioFormat.FRAME_MILLIS;
    }
    return quiet;
  }

  private synchronized void late(long nanos) {
    note(late, Math.max(0, nanos / 1000.0));
  }

  private synchronized void reset() {
    firstAudio.reset();
    overhead.reset();
    late.reset();
    byLine.clear();
    turns = 0;
    noReply = 0;
    underruns = 0;
    callSeconds = 0;
    cuts.clear();
  }

  private static void note(Histogram histogram, double micros) {
    histogram.recordValue(Math.min(MOST_US, Math.round(micros)));
  }

  private static Histogram histogram() {
    return new Histogram(MOST_US, 3);
  }

  /// In words, for every caller who broke in.
  private synchronized Histogram wordsOff(Storage storage) {
    var off = new Histogram(1_000, 3);
    for (var cut : cuts) {
      heardWords
          .wordsOff(storage.calls().transcript(ORG, cut.call()), "No, wait", cut.playedMs())
          .ifPresent(off::recordValue);
    }
    progress.println("callers who broke in, compared word by word: " + off.getTotalCount());
    return off;
  }

  private static String kind(String said) {
    return said.startsWith("On ") ? "On ... at ..." : said;
  }

  /// Which turns cost most: those that search, hold or commit.
  private synchronized void tellByLine() {
    byLine.forEach(
        (said, overheads) ->
            progress.printf(
                "overhead p50 %5.1f p95 %5.1f ms after \"%s\"%n",
                overheads.getValueAtPercentile(50) / 1000.0,
                overheads.getValueAtPercentile(95) / 1000.0,
                said));
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
}
