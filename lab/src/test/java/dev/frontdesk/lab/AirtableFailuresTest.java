package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.FoundSchema;
import dev.frontdesk.crm.SchemaGap;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.crm.spi.CrmProvider.RowWrite;
import dev.frontdesk.integrations.airtable.Airtable;
import dev.frontdesk.integrations.airtable.AirtableSettings;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What may be done after each way in which Airtable fails, and how strict the simulator is.
class AirtableFailuresTest {
  private static final String BASE = "appAAAAAAAAAAAAAA";
  private static final CrmConnection CONNECTION = new CrmConnection(BASE, new Secret("pat-1"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-15T12:00:00Z"));
  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedAirtable simulated =
      SimulatedAirtable.start(0, faults, Duration.ZERO, clock);
  private final SimulatedAirtableBase base = simulated.addBase(BASE, "pat-1");
  private final Airtable airtable = new Airtable(AirtableSettings.at(simulated.address()));
  private CrmLayout layout = new CrmLayout(Map.of(), Map.of());

  @BeforeEach
  void a_base_with_contacts() {
    var gap = new SchemaGap.NoTable(CrmTable.CONTACTS, "Contacts");
    airtable.create(CONNECTION, gap, layout, CrmNames.USUAL);
    var table = ((Ok<FoundSchema>) airtable.schema(CONNECTION)).value().tables().getFirst();
    layout =
        new CrmLayout(
            Map.of(CrmTable.CONTACTS, table.id()),
            Map.of(
                CrmField.CONTACT_ID, table.fields().get(0).id(),
                CrmField.CONTACT_NAME, table.fields().get(1).id(),
                CrmField.CONTACT_PHONE, table.fields().get(2).id(),
                CrmField.CONTACT_EMAIL, table.fields().get(3).id()));
    clock.advance(Duration.ofSeconds(2));
  }

  @AfterEach
  void close() {
    simulated.close();
  }

  @Test
  void who_asks_too_fast_is_told_to_wait_as_long_as_they_are_locked_out() {
    for (int i = 0; i < 5; i++) {
      assertThat(airtable.schema(CONNECTION)).isInstanceOf(Ok.class);
    }
    var failure = failure(airtable.schema(CONNECTION));
    assertThat(failure).isInstanceOf(Throttled.class);
    assertThat(((Throttled) failure).retryAfter())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    clock.advance(Duration.ofSeconds(29));
    assertThat(failure(airtable.schema(CONNECTION))).isInstanceOf(Throttled.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(airtable.schema(CONNECTION)).isInstanceOf(Ok.class);
    assertThat(base.throttled()).isEqualTo(2);
  }

  @Test
  void a_retry_after_is_honoured() {
    faults.next(VendorFault.throttled(Duration.ofSeconds(7)));
    var failure = (Throttled) failure(write("c1"));
    assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(10));
  }

  @Test
  void a_write_whose_answer_never_came_is_not_known_to_be_done_or_not() {
    faults.next(VendorFault.resetAfter());
    assertThat(failure(write("c1"))).isInstanceOf(Unconfirmed.class);
    assertThat(base.entries("Contacts")).hasSize(1);
    faults.next(VendorFault.doneYet(502));
    assertThat(failure(write("c2"))).isInstanceOf(Unconfirmed.class);
    assertThat(write("c1")).isInstanceOf(Ok.class);
    assertThat(base.entries("Contacts")).as("repeated onto the same row").hasSize(2);
  }

  @Test
  void a_read_whose_answer_never_came_may_simply_be_repeated() {
    faults.next(VendorFault.resetAfter(), VendorFault.status(500));
    assertThat(failure(read("c1"))).isInstanceOf(Retryable.class);
    assertThat(failure(read("c1"))).isInstanceOf(Retryable.class);
  }

  @Test
  void unavailable_is_certainly_not_done() {
    faults.next(VendorFault.status(503));
    assertThat(failure(write("c1"))).isInstanceOf(Retryable.class);
  }

  @Test
  void a_token_that_has_run_out_is_for_a_person() {
    faults.next(VendorFault.expiredToken());
    assertThat(failure(write("c1")))
        .isEqualTo(
            new Permanent("Airtable: the token is not accepted (AUTHENTICATION_REQUIRED)"));
  }

  @Test
  void nobody_at_the_other_end_is_certainly_not_done() {
    var nobody = new Airtable(AirtableSettings.at(URI.create("http://127.0.0.1:9")));
    assertThat(failure(nobody.schema(CONNECTION))).isInstanceOf(Retryable.class);
  }

  @Test
  void more_than_ten_rows_are_refused() {
    var rows = IntStream.range(0, 11).mapToObj(i -> row("c" + i)).toList();
    assertThat(failure(airtable.upsert(CONNECTION, layout, CrmTable.CONTACTS, rows)))
        .isInstanceOf(Permanent.class);
    assertThat(base.entries("Contacts")).isEmpty();
  }

  @Test
  void two_rows_with_one_key_are_never_guessed_between() {
    write("c1");
    write("c2");
    var second = base.entries("Contacts").get(1).record();
    base.edit("Contacts", second, "Contact ID", "c1");
    assertThat(failure(write("c1"))).isInstanceOf(Permanent.class);
  }

  @Test
  void a_value_that_the_field_does_not_take_is_named_by_its_field_and_not_quoted() {
    var bad = new RowWrite("c1", Map.of(CrmField.CONTACT_EMAIL, new Text("zoe")));
    var failure = failure(airtable.upsert(CONNECTION, layout, CrmTable.CONTACTS, List.of(bad)));
    assertThat(failure).isEqualTo(new Permanent("Airtable 422 INVALID_VALUE_FOR_COLUMN"));
  }

  private ProviderResult<?> write(String key) {
    clock.advance(airtable.spacing());
    return airtable.upsert(CONNECTION, layout, CrmTable.CONTACTS, List.of(row(key)));
  }

  private ProviderResult<?> read(String key) {
    clock.advance(airtable.spacing());
    return airtable.read(CONNECTION, layout, CrmTable.CONTACTS, List.of(key));
  }

  private static RowWrite row(String key) {
    return new RowWrite(key, Map.of(CrmField.CONTACT_NAME, new Text("Zoë")));
  }

  private static Failure failure(ProviderResult<?> result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed<?>) result).failure();
  }
}
