package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.booking.CalendarText;
import dev.frontdesk.booking.ConflictPolicy;
import dev.frontdesk.vocabulary.ResourceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {
  private static final ResourceId ANA = new ResourceId("ana");

  @TempDir private Path folder;

  @Test
  void an_empty_section_is_the_owners_own_calendar_with_every_default() {
    var plan = CalendarReader.link(yaml("{}")).plan().orElseThrow();

    assertThat(plan.calendar()).isEqualTo("primary");
    assertThat(plan.conflicts()).isEqualTo(ConflictPolicy.BLOCK);
    assertThat(plan.staleAfter()).isEqualTo(Duration.ofMinutes(30));
    assertThat(plan.text()).isEqualTo(CalendarText.DEFAULT);
    assertThat(plan.inviting()).isFalse();
  }

  @Test
  void who_has_a_calendar_of_their_own_is_written_there_and_blocked_by_both() {
    var plan =
        CalendarReader.link(yaml("{calendar: shop, resources: {ana: ana@x}}"))
            .plan()
            .orElseThrow();

    assertThat(plan.ofResource()).isEqualTo(Map.of(ANA, "ana@x"));
    assertThat(plan.calendarOf(List.of(new ResourceId("chair"), ANA))).isEqualTo("ana@x");
    assertThat(plan.calendarOf(List.of(new ResourceId("ben")))).isEqualTo("shop");
    assertThat(plan.blocking(ANA)).containsExactlyInAnyOrder("ana@x", "shop");
    assertThat(plan.calendars()).containsExactly("ana@x", "shop");
  }

  @Test
  void a_service_accounts_key_is_read_from_its_file() throws Exception {
    var file = Files.writeString(folder.resolve("key.json"), "{\"type\":\"service_account\"}");

    var link = CalendarReader.link(yaml("{serviceAccount: \"" + file + "\", actFor: a@b.test}"));

    assertThat(link.service().orElseThrow().key().reveal()).contains("service_account");
    assertThat(link.service().orElseThrow().subject()).contains("a@b.test");
  }

  @Test
  void the_servers_own_part() {
    var settings =
        CalendarReader.settings(
            yaml("{clientId: a.apps, clientSecret: s, pollMinutes: 5, push: false}"));

    assertThat(settings.client().orElseThrow().id()).isEqualTo("a.apps");
    assertThat(settings.pollEvery()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.push()).isFalse();
    assertThat(settings.google().apiUrl().toString()).isEqualTo("https://www.googleapis.com");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{conflicts: maybe} | must be block or warn",
        "{summary: '{servise}'} | no token {servise}",
        "{staleAfterMinutes: 1} | from 2 to 1440",
        "{serviceAccount: /no/such/file} | key file",
        "{colour: red} | unknown",
      })
  void a_mistake_is_named(String section, String complaint) {
    assertThatThrownBy(() -> CalendarReader.link(yaml(section)))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void a_service_account_that_acts_for_nobody_can_invite_nobody() throws Exception {
    var file = Files.writeString(folder.resolve("key.json"), "{}");

    assertThatThrownBy(
            () ->
                CalendarReader.link(yaml("{serviceAccount: \"" + file + "\", invite: true}")))
        .hasMessageContaining("actFor");
  }

  private static StrictYaml yaml(String text) {
    return StrictYaml.parse("desk.yaml", text);
  }
}
