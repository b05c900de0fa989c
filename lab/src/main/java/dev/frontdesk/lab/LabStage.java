package dev.frontdesk.lab;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.integrations.espeak.EspeakSynthesiser;
import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.lab.SyntheticCaller.CallerVoice.Engine;
import dev.frontdesk.lab.SyntheticCaller.Rings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.server.FollowingSettings;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.server.OrganisationLinks;
import dev.frontdesk.server.OrganisationSettings;
import dev.frontdesk.server.ServerSettings;
import dev.frontdesk.server.SpeechSettings;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.IoEventLoopGroup;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A running server with a simulated world around it: carrier, recogniser, voice and callers, all
/// on their real wire protocols. For scenarios that share one `now`.
public final class LabStage implements AutoCloseable {
  private static final String ACCOUNT = "AC00000000000000000000000000000000";
  private static final URI WEBHOOKS = URI.create("https://desk.lab.test");
  private static final Duration VENDORS_TAKE = Duration.ofMillis(100);
  private static final URI MEDIA = URI.create("wss://desk.lab.test");

  private final Settings settings;
  private final StageClock clock;
  private final Map<OrgId, PhoneNumber> numbers = new HashMap<>();
  private final IoEventLoopGroup loops = LineSocket.loops(1);
  private final NettyMediaLoop loop = new NettyMediaLoop(loops.next());
  private final CallerTicks ticks = new CallerTicks(loop);
  private final HttpClient http = HttpClient.newHttpClient();
  private final CallerStudio studio;
  private final Providers providers;
  private final boolean onePort;
  private final Optional<SimulatedVendors> vendors;
  private final FrontdeskServer server;
  private final SimulatedTwilio twilio;

  /// @param dataDir where the server keeps its database
  /// @param vendors whether calendar, texts and customer records are simulated too, and every
  ///     business is connected to them
  public record Settings(Path dataDir, Transport transport, Ears ears, boolean vendors) {
    public Settings {
      if (ears == Ears.SPHINX && transport == Transport.TWILIO) {
        throw new IllegalArgumentException("sphinx hears wideband only: use --transport websocket");
      }
    }
  }

  public enum Transport {
    /// Twilio's webhooks and media stream, 8 kHz.
    TWILIO,
    /// Vapi's WebSocket call, linear 16 kHz.
    WEBSOCKET
  }

  public enum Ears {
    /// The simulated Deepgram: hears what was recorded for this run.
    SIMULATED,
    /// Real local recognition.
    SPHINX
  }

  /// Returns when the server is ready to ring.
  ///
  /// @param scenarios one at least, all with the same `now`, each an organisation of its own
  public static LabStage open(Settings settings, List<Scenario> scenarios) {
    return new LabStage(settings, scenarios, UnaryOperator.identity());
  }

  /// @param thinkAhead whether agents begin to think before a turn is over
  public static LabStage open(Settings settings, List<Scenario> scenarios, boolean thinkAhead) {
    return new LabStage(
        settings,
        scenarios,
        told -> told.withTurns(new ServerSettings.TurnSettings("adaptive", false, thinkAhead)));
  }

  /// @param change what the server is told otherwise than every stage's
  static LabStage open(
      Settings settings, List<Scenario> scenarios, UnaryOperator<ServerSettings> change) {
    return new LabStage(settings, scenarios, change);
  }

  private LabStage(
      Settings settings, List<Scenario> scenarios, UnaryOperator<ServerSettings> change) {
    this.settings = settings;
    this.clock = new StageClock(scenarios.getFirst().now());
    var freeTts = new FreeTtsSynthesiser();
    var clips = new ClipRegistry();
    this.studio = new CallerStudio(clips, engine -> voice(engine, freeTts));
    this.providers = Providers.start(loops, clips, new StudioVoice(freeTts));
    var rest = SimulatedTwilio.openRest();
    var authToken = UUID.randomUUID().toString().replace("-", "");
    var twilioSettings =
        new ServerSettings.TwilioSettings(
            ACCOUNT, new Secret(authToken), SimulatedTwilio.address(rest));
    this.vendors = settings.vendors ? Optional.of(vendors(authToken)) : Optional.empty();
    var told = change.apply(serverSettings(scenarios, twilioSettings));
    this.onePort = told.mediaOnHttpPort();
    this.server = FrontdeskServer.start(told);
    this.twilio = SimulatedTwilio.start(ACCOUNT, authToken, door(), rest);
    scenarios.forEach(scenario -> scenario.person().ifPresent(twilio::person));
  }

  private SimulatedVendors vendors(String authToken) {
    var account = new SimulatedMessages.Account(ACCOUNT, authToken, url -> door().behind(url));
    return SimulatedVendors.start(
        new SimulatedVendors.Settings(account, VENDORS_TAKE, 1, clock));
  }

  /// Watches what follows a call of this scenario.
  ///
  /// @throws IllegalStateException when this stage has no vendors
  public FollowWatch follow(Scenario scenario, Consumer<FollowWatch.Step> told) {
    var org = scenario.catalogue().organisation().id();
    return new FollowWatch(vendors.orElseThrow(), server.storage(), org, told);
  }

  /// For those who watch: the live feed, the rows.
  public FrontdeskServer server() {
    return server;
  }

  /// The carrier, for those who send what no carrier sends.
  SimulatedTwilio twilio() {
    return twilio;
  }

  /// Plays all callers of one of the stage's scenarios; blocks until the last call is over.
  public ScenarioResult play(Scenario scenario) throws InterruptedException {
    var org = scenario.catalogue().organisation().id();
    var refused = TextRun.enter(desk(), org, scenario.standing());
    if (!refused.isEmpty()) {
      return ScenarioResult.failed(scenario.name(), refused);
    }
    try {
      var sounds = new ArrayList<CallerSounds>();
      for (var caller : scenario.callers()) {
        sounds.add(studio.record(onThisLine(caller), format()));
      }
      List<Booking> before = TextRun.rows(server.storage(), scenario);
      clock.run();
      var calls = ring(scenario, sounds);
      var records = calls.stream().map(CompletableFuture::join).toList();
      return ScenarioResult.of(
          scenario,
          before,
          TextRun.rows(server.storage(), scenario),
          server.storage().callBacks().open(org),
          records);
    } catch (SynthesisFailed e) {
      return ScenarioResult.failed(scenario.name(), "the caller has no voice: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    server.close();
    twilio.close();
    vendors.ifPresent(SimulatedVendors::close);
    providers.close();
    http.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private List<CompletableFuture<CallRecord>> ring(
      Scenario scenario, List<CallerSounds> sounds) {
    var calls = new ArrayList<CompletableFuture<CallRecord>>();
    for (int i = 0; i < sounds.size(); i++) {
      var caller = onThisLine(scenario.callers().get(i));
      var heard = sounds.get(i);
      calls.add(
          caller.rings() == Rings.AFTER && i > 0
              ? calls.getLast().thenCompose(_ -> ring(scenario, caller, heard))
              : ring(scenario, caller, heard));
    }
    return calls;
  }

  private CompletableFuture<CallRecord> ring(
      Scenario scenario, SyntheticCaller caller, CallerSounds sounds) {
    var org = scenario.catalogue().organisation().id();
    var feed = new EventsFeed(server.events());
    return new LiveCaller(line(org, caller), ticks, caller, sounds, feed, _ -> {}).ring();
  }

  /// A WebSocket call carries no caller's number.
  private SyntheticCaller onThisLine(SyntheticCaller caller) {
    return settings.transport() == Transport.WEBSOCKET ? SpokenNumber.knownBy(caller) : caller;
  }

  private CallLine line(OrgId org, SyntheticCaller caller) {
    return switch (settings.transport()) {
      case TWILIO -> {
        var number = numbers.get(org);
        if (number == null) {
          throw new IllegalArgumentException("not on this stage: " + org.value());
        }
        yield twilio.line(loop, caller.phone(), number);
      }
      case WEBSOCKET -> {
        var key = server.storage().apiKeys().create(org, ApiKey.Scope.PRIVATE, "lab");
        yield new WebSocketLine(http, door(), key.reveal(), loop, format());
      }
    };
  }

  private AudioFormat format() {
    return switch (settings.transport()) {
      case TWILIO -> AudioFormat.PHONE;
      case WEBSOCKET -> AudioFormat.WIDEBAND;
    };
  }

  private ServerSettings serverSettings(
      List<Scenario> scenarios, ServerSettings.TwilioSettings twilioSettings) {
    var organisations = new ArrayList<OrganisationSettings>();
    int random = ThreadLocalRandom.current().nextInt(1_000_000);
    for (var scenario : scenarios) {
      var number = new PhoneNumber("+1500%03d%06d".formatted(organisations.size(), random));
      numbers.put(scenario.catalogue().organisation().id(), number);
      organisations.add(
          new OrganisationSettings(
              scenario.catalogue(),
              List.of(number),
              Math.max(10, scenario.callers().size()),
              scenario.person().map(PersonAtPhone::phone),
              links(organisations.size())));
    }
    return new ServerSettings(
        settings.dataDir(),
        Optional.empty(),
        "127.0.0.1",
        0,
        0,
        Optional.of(WEBHOOKS),
        Optional.of(MEDIA),
        Optional.of(twilioSettings),
        settings.ears() == Ears.SPHINX ? SpeechSettings.LOCAL : providers.speech(),
        ServerSettings.TurnSettings.DEFAULT,
        organisations,
        vendors
            .map(all -> FollowingSettings.read(StrictYaml.parse("vendors", all.serverSections())))
            .orElse(FollowingSettings.DEFAULT),
        clock);
  }

  private OrganisationLinks links(int number) {
    return vendors
        .map(all -> StrictYaml.parse("vendors", all.organisationSections(number)))
        .map(OrganisationLinks::read)
        .orElse(OrganisationLinks.NONE);
  }

  ServerDoor door() {
    return new ServerDoor(
        WEBHOOKS,
        MEDIA,
        new InetSocketAddress("127.0.0.1", server.httpPort()),
        new InetSocketAddress(
            "127.0.0.1", onePort ? server.httpPort() : server.mediaPort()));
  }

  /// Enters what stood before; its tokens are never used.
  private BookingDesk desk() {
    return new BookingDesk(
        server.storage().catalogues(),
        server.storage().bookings(),
        server.storage().waitlist(),
        new Secret(UUID.randomUUID() + "" + UUID.randomUUID()),
        BookingSettings.DEFAULT,
        clock);
  }

  private static Synthesiser voice(Engine engine, FreeTtsSynthesiser freeTts) {
    return switch (engine) {
      case FREETTS -> freeTts;
      case ESPEAK_NG ->
          EspeakSynthesiser.find()
              .<Synthesiser>map(espeak -> espeak)
              .orElse(freeTts); // the words are the same; only the voice is another
    };
  }
}
