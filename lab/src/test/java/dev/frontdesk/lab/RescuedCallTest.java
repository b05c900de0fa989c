package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.server.CallEvent;
import dev.frontdesk.server.ServerSettings;
import dev.frontdesk.server.SpeechSettings;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.telephony.TransferStatus;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Callers whom we cannot serve any more, on a whole server: a person takes over.
class RescuedCallTest {
  private static final String PERSON = "+14155550143";

  @TempDir Path data;

  @Test
  void a_caller_whose_agent_keeps_failing_is_put_through() throws Exception {
    var org = new OrgId("fails");
    var scenario = scenario(org, "yes", 0);
    try (var stage = stage(scenario, UnaryOperator.identity())) {
      stage
          .server()
          .events()
          .watchAll(
              event -> {
                if (asksForTheTime(event)) {
                  database(stage, "revoke all on allocations from frontdesk_app");
                } else if (event.type().equals("conversation.ended")) {
                  database(stage, "grant select on allocations to frontdesk_app");
                }
              });

      var result = stage.play(scenario);

      assertThat(result.differences()).as(said(result)).isEmpty();
      assertThat(said(result))
          .containsSubsequence("on our side just now.", "something went wrong on our side.");
      assertThat(transfer(stage, org, result)).isEqualTo(TransferStatus.TALKED);
    }
  }

  @Test
  void a_caller_whom_nobody_hears_is_put_through_and_one_nobody_picks_up_for_is_let_go()
      throws Exception {
    var reached = scenario(new OrgId("reached"), "yes", 0);
    var missed = scenario(new OrgId("missed"), "no", 1);
    try (var stage = stage(reached, RescuedCallTest::deaf)) {
      var result = stage.play(reached);
      assertThat(said(result)).contains("can't hear you");
      assertThat(transfer(stage, new OrgId("reached"), result))
          .isEqualTo(TransferStatus.TALKED);
    }
    try (var stage = stage(missed, RescuedCallTest::deaf)) {
      var result = stage.play(missed);
      assertThat(transfer(stage, new OrgId("missed"), result))
          .isEqualTo(TransferStatus.NOT_REACHED);
      var call = new CallId(result.calls().getFirst().call());
      var row = stage.server().storage().calls().find(new OrgId("missed"), call).orElseThrow();
      assertThat(row.endedReason().orElseThrow().value())
          .isEqualTo("pipeline-error-custom-transcriber-failed");
    }
  }

  private LabStage stage(Scenario scenario, UnaryOperator<ServerSettings> change) {
    return LabStage.open(
        new LabStage.Settings(
            data.resolve(scenario.name()), LabStage.Transport.TWILIO, LabStage.Ears.SIMULATED,
            false),
        List.of(scenario),
        change);
  }

  private static TransferStatus transfer(LabStage stage, OrgId org, ScenarioResult result) {
    var call = new CallId(result.calls().getFirst().call());
    var transfer = stage.server().storage().transfers().latest(org, call).orElseThrow();
    assertThat(transfer.to().e164()).isEqualTo(PERSON);
    return transfer.status();
  }

  private static String said(ScenarioResult result) {
    return String.join(" ", result.calls().getFirst().agentSaid());
  }

  private static boolean asksForTheTime(CallEvent event) {
    return event.type().equals("agent.speaking")
        && String.valueOf(event.fields().get("text")).contains("What day and time");
  }

  private static void database(LabStage stage, String statement) {
    var postgres = stage.server().storage().embedded().orElseThrow();
    try (var connection =
            DriverManager.getConnection(
                postgres.url("frontdesk"), "postgres", postgres.superuserPassword().reveal());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// With a recogniser that nobody answers at.
  private static ServerSettings deaf(ServerSettings told) {
    var nobody =
        new SpeechSettings.Ears.Deepgram(
            new Secret("none"), "nova-3", Optional.of(URI.create("ws://127.0.0.1:1")));
    return new ServerSettings(
        told.dataDir(),
        told.database(),
        told.listen(),
        told.httpPort(),
        told.mediaPort(),
        told.publicUrl(),
        told.publicMediaUrl(),
        told.twilio(),
        new SpeechSettings(nobody, told.speech().mouth()),
        told.turns(),
        told.organisations(),
        told.following(),
        told.clock());
  }

  private static Scenario scenario(OrgId org, String picksUp, int callBacks) {
    return ScenarioReader.read(
        StrictYaml.parse(
            org.value() + ".yaml",
            """
            name: %s
            now: 2026-06-12T09:00:00-07:00
            organisation: {name: Maple Street Barbers, timeZone: America/Los_Angeles}
            services: [{id: haircut, name: Haircut, minutes: 30}]
            resources:
              - id: ana
                name: Ana
                schedule: {mon-fri: ["09:00-12:00", "13:00-17:00"]}
            person: {phone: "%s", picksUp: "%s"}
            caller:
              phone: "+14155550123"
              opens: "I'd like a haircut please"
              answers:
                - {when: "put you through|can't hear", wait: true}
                - {when: "just now", say: "Next Tuesday at four", times: 1}
                - {when: "went wrong|calls you back", wait: true}
                - {when: "what day", say: "Next Tuesday at three"}
            expect:
              bookings: []
              callBacks: %d
            """
                .formatted(org.value(), PERSON, picksUp, callBacks)),
        org);
  }
}
