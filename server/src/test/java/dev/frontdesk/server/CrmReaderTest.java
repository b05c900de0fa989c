package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmField.Owner;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.CrmTarget.Direction;
import dev.frontdesk.crm.MergePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmReaderTest {
  @Test
  void the_least_that_connects_is_a_base_and_a_token() {
    var link =
        link("airtable: {base: appAAAAAAAAAAAAAA, token: pat-1}").airtable().orElseThrow();
    assertThat(link.direction()).isEqualTo(Direction.PUSH);
    assertThat(link.conflicts()).isEqualTo(new MergePolicy.Ask());
    assertThat(link.create()).isFalse();
    assertThat(link.toString()).doesNotContain("pat-1");
  }

  @Test
  void everything_may_be_said() {
    var link =
        link(
                """
                airtable:
                  base: appAAAAAAAAAAAAAA
                  token: pat-1
                  direction: both
                  conflicts: {status: crm, start: frontdesk}
                  create: true
                  tables: {appointments: Termine}
                  fields: {appointments: {Status: Zustand}}
                """)
            .airtable()
            .orElseThrow();
    assertThat(link.direction()).isEqualTo(Direction.BOTH);
    assertThat(link.conflicts())
        .isEqualTo(
            new MergePolicy.ByField(
                Map.of(CrmField.STATUS, Owner.CRM, CrmField.START, Owner.FRONTDESK)));
    assertThat(link.names().of(CrmTable.APPOINTMENTS)).isEqualTo("Termine");
    assertThat(link.names().of(CrmField.STATUS)).isEqualTo("Zustand");
    assertThat(link.names().of(CrmField.START)).isEqualTo("Start");
  }

  @Test
  void webhooks_have_names_of_their_own() {
    var hooks =
        link("webhooks: [{name: n8n, url: 'https://n8n.example.com/webhook/x', secret: s}]")
            .webhooks();
    assertThat(hooks).hasSize(1);
    assertThat(hooks.getFirst().wants("booking.booking-made")).isTrue();
    wrong(
        "webhooks: [{name: a, url: 'https://x.y', secret: s}, {name: a, url: 'https://x.y',"
            + " secret: s}]",
        "'a' is given twice");
    wrong("webhooks: [{name: a, url: 'ftp://x.y', secret: s}]", "begins with https://");
  }

  @Test
  void a_mistake_names_the_field() {
    wrong("airtable: {base: tblAAAAAAAAAAAAAA, token: t}", "airtable.base: must be a base's id");
    wrong("airtable: {base: appAAAAAAAAAAAAAA}", "needs 'token'");
    wrong(
        "airtable: {base: appAAAAAAAAAAAAAA, token: t, conflicts: newest}",
        "airtable.conflicts: must be latest, ask");
    wrong(
        "airtable: {base: appAAAAAAAAAAAAAA, token: t, fields: {appointments: {Zustand: S}}}",
        "unknown; known here: Booked at, Booking ID");
    wrong(
        "airtable: {base: appAAAAAAAAAAAAAA, token: t, tables: {termine: T}}",
        "unknown; known here: activities, appointments, contacts, leads");
  }

  @Test
  void the_servers_own_section_has_defaults() {
    assertThat(CrmReader.settings(StrictYaml.parse("c.yaml", "{}")))
        .isEqualTo(CrmSettings.DEFAULT);
    var settings =
        CrmReader.settings(
            StrictYaml.parse("c.yaml", "{airtableUrl: 'http://127.0.0.1:1', pollSeconds: 60}"));
    assertThat(settings.airtableUrl()).isEqualTo(URI.create("http://127.0.0.1:1"));
    assertThat(settings.pollEvery()).isEqualTo(Duration.ofMinutes(1));
  }

  private static CrmLink link(String yaml) {
    return CrmReader.link(StrictYaml.parse("c.yaml", yaml));
  }

  private static void wrong(String yaml, String message) {
    assertThatThrownBy(() -> link(yaml))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining(message);
  }
}
