package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.RetentionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderTest {

  @Test
  void an_organisations_own_rules_stand_instead_of_the_usual() {
    var link = link("""
        schema: '{"type": "object", "properties": {"name": {"type": "string"}}}'
        leads:
          scores:
            - {id: big-party, when: {tag: [group, urgent], intent: [book, reschedule]}, points: 50}
          reviewScore: 60
          reviewWorth: 150
          quietAfterDays: 14
        followUps:
          - {id: ask, when: {disposition: answered}, kind: call-back, title: Ask, withinHours: 3}
        keepDays: {recording: 30, lead: 400}
        archiveAfterDays: 0
        """);

    assertThat(link.structured()).isPresent();
    assertThat(link.leads().rules()).hasSize(1);
    assertThat(link.leads().rules().getFirst().when().told())
        .isEqualTo("intent book/reschedule and tag group and tag urgent");
    assertThat(link.leads().reviewWorth()).contains(new BigDecimal("150"));
    assertThat(link.leads().quietAfter()).isEqualTo(Duration.ofDays(14));
    assertThat(link.leads().qualifiesAt()).isEqualTo(50);
    assertThat(link.followUps().getFirst().kind()).isEqualTo(FollowUp.Kind.CALL_BACK);
    assertThat(link.retention().keep())
        .isEqualTo(
            Map.of(
                RetentionKind.RECORDING, Duration.ofDays(30),
                RetentionKind.LEAD, Duration.ofDays(400)));
    assertThat(link.retention().archiveAfter()).contains(Duration.ZERO);
  }

  @Test
  void without_anything_said_the_usual_stands() {
    assertThat(link("{}")).isEqualTo(ReportLink.NONE);
  }

  @Test
  void rates_and_the_archive_are_the_servers() {
    var settings =
        ReportReader.settings(StrictYaml.parse("server.yaml", """
            rates: {currency: EUR, transportMinute: 0.0085}
            archive:
              bucket: my-calls
              region: eu-central-1
              accessKeyId: AKIA
              secretAccessKey: hidden
              prefix: calls/
            model: {url: "https://models.example.com/v1", apiKey: hidden, name: small}
            """));

    assertThat(settings.rates().transportMinute()).isEqualByComparingTo("0.0085");
    assertThat(settings.archive().orElseThrow().bucket()).isEqualTo("my-calls");
    assertThat(settings.model().orElseThrow().model()).isEqualTo("small");
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "keepDays: {memory: 3}|known here: recording, transcript, report, lead",
    "keepDays: {report: 0}|from 1 to 3650",
    "leads: {scores: [{id: a, when: {}, points: 1}]}|must say when",
    "leads: {scores: [{id: a, when: {tag: angry}, points: 1}]}|a tag such as urgent",
    "leads: {scores: [{id: A b, when: {tag: group}, points: 1}]}|lower-case words",
    "leads: {reviewScore: 101}|from 1 to 100",
    "schema: '{\"type\": \"array\"}'|JSON schema",
    "followUps: [{id: a, when: {tag: group}, kind: memo, title: T, withinHours: 1}]|call-back"
  })
  void what_cannot_be_names_the_field_and_what_to_mend(String yaml, String told) {
    assertThatThrownBy(() -> link(yaml))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining(told);
  }

  private static ReportLink link(String yaml) {
    return ReportReader.link(StrictYaml.parse("org.yaml", yaml));
  }
}
