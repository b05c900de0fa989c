package dev.frontdesk.crm.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Link;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CellValue.Number;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.SchemaCheck;
import dev.frontdesk.crm.SchemaGap;
import dev.frontdesk.crm.spi.CrmProvider.RowWrite;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every adapter of customer records promises. Each test begins with an empty base.
public abstract class CrmProviderContract {
  private static final Instant NINE = Instant.parse("2026-06-16T09:00:00Z");

  protected abstract CrmProvider provider();

  protected abstract CrmConnection connection();

  protected abstract CrmPeople people();

  /// Lets as much time pass as the vendor wants between two requests.
  protected abstract void keepPace();

  @Test
  public void an_empty_base_lacks_every_table() {
    assertThat(check(Optional.empty()).gaps())
        .hasSize(CrmTable.values().length)
        .allMatch(SchemaGap::creatable);
  }

  @Test
  public void what_was_made_is_found_to_lack_nothing() {
    made();
    assertThat(check(Optional.empty()).gaps()).isEmpty();
  }

  @Test
  public void a_renamed_field_is_found_again_by_its_id() {
    var layout = made();
    people().renameField(CrmField.STATUS, "Zustand");
    assertThat(check(Optional.of(layout)).gaps()).isEmpty();
    assertThat(check(Optional.empty()).gaps()).hasSize(1);
  }

  @Test
  public void a_field_or_option_that_people_removed_is_named() {
    var layout = made();
    people().removeField(CrmField.WITH);
    people().choices(CrmField.STATUS, "Confirmed", "Cancelled");
    assertThat(check(Optional.of(layout)).gaps())
        .extracting(SchemaGap::sentence)
        .containsExactlyInAnyOrder(
            "field 'Status' has no option 'No show'",
            "table 'Appointments' has no field 'With' (a single line of text)");
  }

  @Test
  public void a_missing_field_is_made_anew() {
    var layout = made();
    people().removeField(CrmField.WITH);
    var gap = check(Optional.of(layout)).gaps().getFirst();
    assertThat(ok(() -> provider().create(connection(), gap, layout, CrmNames.USUAL)))
        .isNotEmpty();
    assertThat(check(Optional.empty()).gaps()).isEmpty();
  }

  @Test
  public void a_row_is_made_once_and_then_changed() {
    var layout = made();
    var first = upsert(layout, CrmTable.APPOINTMENTS, row("b1", CrmField.SERVICE, text("Haircut")));
    var second = upsert(layout, CrmTable.APPOINTMENTS, row("b1", CrmField.WITH, text("Ana")));
    assertThat(first.getFirst().created()).isTrue();
    assertThat(second.getFirst().created()).isFalse();
    assertThat(second.getFirst().record()).isEqualTo(first.getFirst().record());
    var standing = read(layout, "b1").getFirst();
    assertThat(standing.cells())
        .containsEntry(CrmField.SERVICE, text("Haircut"))
        .containsEntry(CrmField.WITH, text("Ana"))
        .containsEntry(CrmField.CUSTOMER, new Nothing());
  }

  @Test
  public void every_kind_of_cell_reads_as_it_was_written() {
    var layout = made();
    var cells =
        Map.<CrmField, CellValue>of(
            CrmField.STATUS, new Choice("Confirmed"),
            CrmField.START, new Moment(NINE),
            CrmField.VERSION, new Number(7),
            CrmField.CUSTOMER, text("Zoë \"Z\" O'Neill, Jr. \\ 日本"));
    upsert(layout, CrmTable.APPOINTMENTS, new RowWrite("b1", cells));
    assertThat(read(layout, "b1").getFirst().cells()).containsAllEntriesOf(cells);
  }

  @Test
  public void nothing_empties_a_cell() {
    var layout = made();
    upsert(layout, CrmTable.APPOINTMENTS, row("b1", CrmField.WITH, text("Ana")));
    upsert(layout, CrmTable.APPOINTMENTS, row("b1", CrmField.WITH, new Nothing()));
    assertThat(read(layout, "b1").getFirst().cells()).containsEntry(CrmField.WITH, new Nothing());
  }

  @Test
  public void a_row_links_to_the_row_of_another_table() {
    var layout = made();
    var contact =
        upsert(layout, CrmTable.CONTACTS, row("c1", CrmField.CONTACT_NAME, text("Zoë")));
    var link = new Link(List.of(contact.getFirst().record()));
    var row = row("b1", CrmField.APPOINTMENT_CONTACT, link);
    assertThat(upsert(layout, CrmTable.APPOINTMENTS, row)).hasSize(1);
  }

  @Test
  public void rows_are_read_by_keys_and_those_that_do_not_stand_are_absent() {
    var layout = made();
    upsert(
        layout,
        CrmTable.APPOINTMENTS,
        row("it's", CrmField.WITH, text("Ana")),
        row("b2", CrmField.WITH, text("Ben")));
    assertThat(read(layout, "it's", "b2", "b3"))
        .extracting(row -> row.key().orElseThrow())
        .containsExactlyInAnyOrder("it's", "b2");
  }

  @Test
  public void an_unknown_option_is_refused_for_good_and_nothing_of_the_request_is_done() {
    var layout = made();
    var failure =
        failure(
            () ->
                provider()
                    .upsert(
                        connection(),
                        layout,
                        CrmTable.APPOINTMENTS,
                        List.of(
                            row("b1", CrmField.STATUS, new Choice("Confirmed")),
                            row("b2", CrmField.STATUS, new Choice("Vanished")))));
    assertThat(failure).isInstanceOf(Permanent.class);
    assertThat(read(layout, "b1", "b2")).isEmpty();
  }

  @Test
  public void writing_to_a_field_that_was_removed_is_refused_for_good() {
    var layout = made();
    people().removeField(CrmField.WITH);
    var row = row("b1", CrmField.WITH, text("Ana"));
    assertThat(
            failure(
                () ->
                    provider()
                        .upsert(connection(), layout, CrmTable.APPOINTMENTS, List.of(row))))
        .isInstanceOf(Permanent.class);
  }

  @Test
  public void another_token_is_refused_for_good() {
    var other = new CrmConnection(connection().base(), new Secret("not-the-token"));
    assertThat(failure(() -> provider().schema(other))).isInstanceOf(Permanent.class);
  }

  @Test
  public void what_people_edit_is_found_by_looking() {
    var layout = made();
    var written =
        upsert(
            layout,
            CrmTable.APPOINTMENTS,
            row("b1", CrmField.STATUS, new Choice("Confirmed")),
            row("b2", CrmField.STATUS, new Choice("Confirmed")),
            row("b3", CrmField.STATUS, new Choice("Confirmed")));
    var record = written.get(1).record();
    people().edit(CrmTable.APPOINTMENTS, record, CrmField.STATUS, new Choice("Cancelled"));
    var found = new ArrayList<CrmProvider.RemoteRow>();
    Optional<String> page = Optional.empty();
    do {
      var at = page;
      var next =
          ok(
              () ->
                  provider()
                      .editedSince(
                          connection(), layout, CrmTable.APPOINTMENTS, Instant.EPOCH, at));
      found.addAll(next.rows());
      page = next.next();
    } while (page.isPresent());
    assertThat(found).hasSize(3);
    assertThat(found)
        .filteredOn(row -> row.record().equals(record))
        .first()
        .extracting(row -> row.cells().get(CrmField.STATUS))
        .isEqualTo(new Choice("Cancelled"));
  }

  @Test
  public void a_hook_tells_which_rows_were_edited_and_from_where_to_read_on() {
    var layout = made();
    var record =
        upsert(layout, CrmTable.APPOINTMENTS, row("b1", CrmField.STATUS, new Choice("Confirmed")))
            .getFirst()
            .record();
    var hook =
        ok(
            () ->
                provider()
                    .openHook(
                        connection(),
                        layout,
                        CrmTable.APPOINTMENTS,
                        URI.create("https://desk.example.com/airtable/o")));
    people().edit(CrmTable.APPOINTMENTS, record, CrmField.STATUS, new Choice("Cancelled"));
    var told = told(layout, hook.id(), 1);
    assertThat(told.edits()).extracting(CrmProvider.Edit::record).contains(record);
    assertThat(told(layout, hook.id(), told.next()).edits()).isEmpty();
    people().deleteRow(CrmTable.APPOINTMENTS, record);
    assertThat(told(layout, hook.id(), told.next()).edits())
        .extracting(CrmProvider.Edit::record)
        .containsExactly(record);
    assertThat(ok(() -> provider().renewHook(connection(), hook.id())))
        .isAfterOrEqualTo(hook.expiresAt());
  }

  @Test
  public void a_hook_that_the_vendor_does_not_know_is_refused_for_good() {
    var layout = made();
    assertThat(
            failure(
                () ->
                    provider()
                        .told(
                            connection(),
                            layout,
                            CrmTable.APPOINTMENTS,
                            "ach00000000000000",
                            1)))
        .isInstanceOf(Permanent.class);
  }

  private CrmProvider.Told told(CrmLayout layout, String hook, long cursor) {
    return ok(
        () -> provider().told(connection(), layout, CrmTable.APPOINTMENTS, hook, cursor));
  }

  /// Makes all tables in an empty base.
  protected final CrmLayout made() {
    var tables = new EnumMap<CrmTable, String>(CrmTable.class);
    for (var gap : check(Optional.empty()).gaps()) {
      var layout = new CrmLayout(tables, Map.of());
      var id = ok(() -> provider().create(connection(), gap, layout, CrmNames.USUAL));
      tables.put(gap.table(), id);
    }
    return check(Optional.empty()).layout();
  }

  private SchemaCheck check(Optional<CrmLayout> known) {
    return SchemaCheck.of(
        ok(() -> provider().schema(connection())), CrmNames.USUAL, known);
  }

  private List<CrmProvider.Written> upsert(CrmLayout layout, CrmTable table, RowWrite... rows) {
    return ok(() -> provider().upsert(connection(), layout, table, List.of(rows)));
  }

  private List<CrmProvider.RemoteRow> read(CrmLayout layout, String... keys) {
    return ok(
        () -> provider().read(connection(), layout, CrmTable.APPOINTMENTS, List.of(keys)));
  }

  private static RowWrite row(String key, CrmField field, CellValue value) {
    return new RowWrite(key, Map.of(field, value));
  }

  private static CellValue text(String text) {
    return new Text(text);
  }

  private <T> T ok(Supplier<ProviderResult<T>> request) {
    keepPace();
    return switch (request.get()) {
      case Ok<T>(var value) -> value;
      case Failed<T>(var failure) -> throw new AssertionError("failed: " + failure);
    };
  }

  private Failure failure(Supplier<? extends ProviderResult<?>> request) {
    keepPace();
    return switch (request.get()) {
      case Ok(var value) -> throw new AssertionError("should have failed: " + value);
      case Failed(var failure) -> failure;
    };
  }
}
