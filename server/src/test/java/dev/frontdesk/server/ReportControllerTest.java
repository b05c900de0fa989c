package dev.frontdesk.server;

import static dev.frontdesk.server.RunningServer.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobWork.Attempt;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.LocalRecordings;
import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore.CallMove;
import dev.frontdesk.telephony.CallType;
import dev.frontdesk.telephony.Direction;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.Leg;
import dev.frontdesk.telephony.LegStatus;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.SpokenLine.Speaker;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.TraceId;
import dev.frontdesk.vocabulary.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call ends in a whole server, and what follows is read over HTTP.
class ReportControllerTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    var usual = LeadPolicy.DEFAULT;
    var watchful =
        new LeadPolicy(
            usual.rules(), usual.qualifiesAt(), 15, Optional.empty(), usual.scoreReach(),
            usual.quietAfter());
    var reports =
        new ReportLink(
            Optional.empty(), watchful, ReportLink.NONE.followUps(), ReportLink.NONE.retention());
    var none = OrganisationLinks.NONE;
    server =
        RunningServer.start(
            folder,
            Clock.systemUTC(),
            new OrganisationLinks(none.calendar(), none.messages(), reports, none.crm()),
            FollowingSettings.DEFAULT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_call_that_ends_has_a_report_soon_and_what_follows_waits_for_review() throws Exception {
    var call = new CallId("call-1");
    talk(call, "i'd like to book a haircut how much is it", "no that's too late never mind");
    var made = new CountDownLatch(1);
    try (var watch = server.server().events().watch(call, event -> {
      if (event.type().equals("report.made")) {
        made.countDown();
      }
    })) {
      end(call);
      assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
    }

    var report = server.get("/call/call-1/report");
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.text("disposition")).isEqualTo("not-booked");
    assertThat(report.body().at("/analysis/intent/value").asString()).isEqualTo("book");
    assertThat(report.body().at("/tools/0/name").asString()).isEqualTo("slots-offered");
    assertThat(report.body().at("/artifact/recordings/0/store").asString()).isEqualTo("local");

    var queue = server.get("/review-queue").body();
    assertThat(queue.at("/0/title").asString()).isEqualTo("Offer other times");
    assertThat(queue.at("/0/lead/scoredBy/0/points/0/because").asString()).isNotEmpty();
    assertThat(server.get("/leads").body().size()).isPositive();
    assertThat(queue.at("/0/lead/customer/number").asString()).isEqualTo("+14155550101");
    assertThat(server.get("/follow-ups").body()).isEmpty();
    var id = queue.at("/0/id").asString();

    var approved = server.post("/review-queue/" + id + "/approve", "{\"why\":\"yes\"}", "k-1");

    assertThat(approved.text("state")).isEqualTo("open");
    assertThat(server.get("/follow-ups").body()).hasSize(1);
    assertThat(server.post("/review-queue/" + id + "/reject", "{}", "k-2").status()).isEqualTo(200);
    assertThat(server.post("/follow-ups/" + id + "/done", "{}", "k-3").status()).isEqualTo(409);
  }

  @Test
  void a_report_is_made_again_once_for_each_key_and_earlier_ones_stay() {
    var call = new CallId("call-2");
    talk(call, "are you open on sunday");
    end(call);

    var first = server.post("/call/call-2/report", "", "again-1");
    var second = server.post("/call/call-2/report", "", "again-2");
    var replayed = server.post("/call/call-2/report", "", "again-2");

    assertThat(first.status()).isEqualTo(201);
    int later = second.body().path("version").asInt();
    assertThat(later).isGreaterThan(first.body().path("version").asInt());
    assertThat(replayed.body().path("version").asInt()).isEqualTo(later);
    var number = first.body().path("version").asInt();
    assertThat(server.get("/call/call-2/report?version=" + number).body())
        .isEqualTo(first.body());
    assertThat(server.get("/call/call-2/report/versions").body().size())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void what_is_not_there_or_cannot_be_is_said() {
    talk(new CallId("call-3"), "hello");

    assertThat(server.get("/call/nowhere/report").status()).isEqualTo(404);
    assertThat(server.get("/call/call-3/report?version=0").status()).isEqualTo(400);
    assertThat(server.post("/call/call-3/report", "", "k-4").status())
        .as("it has not ended").isEqualTo(404);
    assertThat(server.get("/leads?stage=hot").status()).isEqualTo(400);
    assertThat(server.get("/follow-ups?state=lost").status()).isEqualTo(400);
    assertThat(server.get("/call/call-3/stereo-recording").status()).isEqualTo(404);
    assertThat(server.post("/review-queue/none/approve", "{}", "k-5").status()).isEqualTo(404);
  }

  @Test
  void a_legal_hold_is_placed_listed_and_lifted() {
    talk(new CallId("call-4"), "hello");

    var placed =
        server.post(
            "/legal-holds",
            "{\"scope\":\"call\",\"callId\":\"call-4\",\"reason\":\"Fox against Maple\"}",
            "hold-1");
    assertThat(placed.status()).isEqualTo(201);
    assertThat(server.server().storage().retention().isHeld(ORG, new CallId("call-4"))).isTrue();
    assertThat(server.get("/legal-holds").body().at("/0/reason").asString())
        .isEqualTo("Fox against Maple");

    var lift = Map.of("Idempotency-Key", "hold-2");
    var path = "/legal-holds/" + placed.text("id");
    assertThat(server.send("DELETE", path, "", lift).text("liftedAt")).isNotEmpty();
    assertThat(server.server().storage().retention().isHeld(ORG, new CallId("call-4"))).isFalse();

    for (var wrong :
        List.of(
            "{\"scope\":\"world\",\"reason\":\"r\"}",
            "{\"scope\":\"call\",\"reason\":\"r\"}",
            "{\"scope\":\"organisation\",\"reason\":\" \"}",
            "{\"scope\":\"organisation\",\"reason\":\"r\",\"until\":\"never\"}")) {
      assertThat(server.post("/legal-holds", wrong, "hold-" + wrong.hashCode()).status())
          .as(wrong).isEqualTo(400);
    }
  }

  @Test
  void recordings_move_to_the_archive_and_none_is_lost_when_nobody_knows() throws IOException {
    var call = new CallId("call-5");
    talk(call, "are you open on sunday");
    end(call);
    server.post("/call/call-5/report", "", "k-6");
    var kept = server.server().storage().retention();
    var local = new LocalRecordings(folder.resolve("recordings"));
    var archive = new Archive(new LocalRecordings(folder.resolve("archive")));
    var work = new ArchiveWork(kept, local, Optional.of(archive));
    var job =
        new Job(
            "job", ORG, "report.archive", call.value(), "{}", new TraceId("0".repeat(32)),
            Instant.EPOCH, Optional.empty());
    var recording = kept.recordings(ORG, call).getFirst();

    assertThat(work.attempt(job, new Attempt(1, false, Instant.EPOCH))).isInstanceOf(Failed.class);
    assertThat(Files.exists(local.file(recording.key()))).as("unconfirmed: still here").isTrue();
    assertThat(work.attempt(job, new Attempt(2, true, Instant.EPOCH)))
        .isEqualTo(new Ok<>("1 recordings archived"));

    assertThat(archive.puts).as("it was found there, not sent again").isEqualTo(1);
    assertThat(kept.recordings(ORG, call).getFirst().store()).isEqualTo("s3");
    assertThat(Files.exists(local.file(recording.key()))).isFalse();
    assertThat(work.attempt(job, new Attempt(3, false, Instant.EPOCH)))
        .isEqualTo(new Ok<>("0 recordings archived"));
  }

  /// Each call is another caller's.
  private static PhoneNumber caller(CallId call) {
    return new PhoneNumber("+1415555010" + call.value().charAt(call.value().length() - 1));
  }

  @Test
  void a_promised_call_back_carries_its_number_to_whoever_makes_it() throws Exception {
    var call = new CallId("call-withheld");
    var given = new PhoneNumber("+14155550188");
    talk(call, Optional.empty(), "please call me back");
    var storage = server.server().storage();
    storage.callBacks().request(ORG, call, given);
    storage.acts().append(
        ORG, call, new Act(Act.Kind.CALL_BACK_PROMISED, Optional.of("call-back"), Instant.now()));
    var made = new CountDownLatch(1);
    try (var watch = server.server().events().watch(call, event -> {
      if (event.type().equals("report.made")) {
        made.countDown();
      }
    })) {
      end(call);
      assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
    }

    var promised =
        StreamSupport.stream(
                server.get("/review-queue").body().spliterator(), false)
            .filter(each -> each.path("callId").asString().equals("call-withheld"))
            .filter(each -> each.path("kind").asString().equals("call-back"))
            .toList();
    assertThat(promised)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.path("callBackNumber").asString()).isEqualTo(given.e164()));
    assertThat(server.get("/call/call-withheld/report").text("disposition"))
        .isEqualTo("call-back-promised");

    var id = promised.getFirst().path("id").asString();
    var approved = server.post("/review-queue/" + id + "/approve", "{}", "k-promised");
    assertThat(approved.text("callBackNumber")).isEqualTo(given.e164());
    assertThat(server.post("/follow-ups/" + id + "/done", "{}", "k-kept").status())
        .isEqualTo(200);
  }

  private static void talk(CallId id, String... words) {
    talk(id, Optional.of(caller(id)), words);
  }

  private static void talk(CallId id, Optional<PhoneNumber> from, String... words) {
    var now = Instant.now();
    var leg = new LegId("leg-of-" + id.value());
    var calls = server.server().storage().calls();
    calls.open(
        new Call(
            ORG, id, CallType.INBOUND_PHONE_CALL, CallStatus.RINGING, from,
            Optional.empty(), new AgentVersion("scripted-1"), now, Optional.empty(),
            Optional.empty(), Optional.empty()),
        new Leg(
            ORG, id, leg, Direction.INBOUND, LegStatus.RINGING, "twilio",
            Optional.of("CA-" + id.value()), AudioFormat.PHONE, now));
    for (var line : words) {
      calls.appendLine(ORG, id, new SpokenLine(Speaker.CALLER, new Transcript(line), now));
    }
    server.server().storage().acts().append(
        ORG, id, new Act(Act.Kind.SLOTS_OFFERED, Optional.of("haircut"), now));
    if (!id.value().equals("call-3")) {
      record(leg);
    }
  }

  private static void record(LegId leg) {
    try {
      var file = folder.resolve("recordings/maple/" + leg.value() + ".wav");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "sound of " + leg.value());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void end(CallId id) {
    var reason = Optional.of(EndedReason.CUSTOMER_ENDED_CALL);
    var move = new CallMove(CallStatus.RINGING, CallStatus.ENDED, Instant.now(), reason);
    assertThat(server.server().storage().calls().move(ORG, id, move)).isTrue();
  }

  /// Takes the first recording and does not say so.
  private static final class Archive implements RecordingStore {
    private final LocalRecordings disk;
    private int puts;

    Archive(LocalRecordings disk) {
      this.disk = disk;
    }

    @Override
    public String name() {
      return "s3";
    }

    @Override
    public ProviderResult<Stored> put(Key key, Path file) {
      puts++;
      var stored = disk.put(key, file);
      return puts == 1 ? new Failed<>(new Failure.Unconfirmed("no answer")) : stored;
    }

    @Override
    public ProviderResult<Optional<Stored>> find(Key key) {
      return disk.find(key);
    }

    @Override
    public ProviderResult<Optional<InputStream>> open(Key key) {
      return disk.open(key);
    }

    @Override
    public ProviderResult<Boolean> delete(Key key) {
      return disk.delete(key);
    }
  }
}
