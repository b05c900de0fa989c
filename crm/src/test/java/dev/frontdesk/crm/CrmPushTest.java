package dev.frontdesk.crm;

import static dev.frontdesk.crm.CrmStage.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Link;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmSubject.Happening;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmSubject.OfCall;
import dev.frontdesk.crm.CrmSubject.OfLead;
import dev.frontdesk.vocabulary.Appointment.State;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrmPushTest {
  private final CrmStage stage = new CrmStage();

  @Test
  void a_booking_becomes_a_contact_and_an_appointment_that_links_to_it() {
    var booking = stage.book(1);
    assertThat(stage.push(booking)).isInstanceOf(Ok.class);
    var contact = stage.crm.rows(CrmTable.CONTACTS).entrySet().iterator().next();
    assertThat(contact.getValue())
        .containsEntry(CrmField.CONTACT_NAME, new Text("Zoë 1"))
        .containsEntry(CrmField.CONTACT_PHONE, new Text("+14155550001"));
    assertThat(stage.row(booking))
        .containsEntry(CrmField.STATUS, new Choice("Confirmed"))
        .containsEntry(CrmField.WITH, new Text("Ana"))
        .containsEntry(CrmField.APPOINTMENT_CONTACT, new Link(List.of(contact.getKey())));
  }

  @Test
  void tables_are_made_before_the_first_write_and_not_looked_at_again() {
    stage.push(stage.book(1));
    int before = stage.crm.requests().size();
    stage.push(stage.book(2));
    assertThat(stage.crm.requests().subList(0, before)).contains("schema", "create");
    assertThat(stage.crm.requests().subList(before, stage.crm.requests().size()))
        .containsExactly("upsert CONTACTS", "upsert APPOINTMENTS");
  }

  @Test
  void what_waits_is_written_in_batches_at_the_vendors_pace() {
    stage.push(stage.book(0));
    int before = stage.crm.requests().size();
    stage.push(stage.book(1), stage.book(2), stage.book(3), stage.book(4));
    assertThat(stage.crm.requests().subList(before, stage.crm.requests().size()))
        .as("four bookings, three rows in a request")
        .containsExactly(
            "upsert CONTACTS", "upsert APPOINTMENTS", "upsert CONTACTS", "upsert APPOINTMENTS");
    assertThat(stage.pauses).allMatch(wait -> wait.equals(Duration.ofMillis(250)));
    assertThat(stage.pauses).hasSize(stage.crm.requests().size() - 1);
  }

  @Test
  void a_change_writes_the_same_row_and_only_what_changed() {
    var booking = stage.book(1);
    stage.push(booking);
    var record = stage.recordOf(booking);
    stage.move(booking, Duration.ofHours(1));
    stage.push(booking);
    assertThat(stage.crm.rows(CrmTable.APPOINTMENTS)).hasSize(1);
    assertThat(stage.recordOf(booking)).isEqualTo(record);
    assertThat(stage.row(booking).get(CrmField.START))
        .isEqualTo(new Moment(stage.appointments.get(booking).slot().start()));
    assertThat(stage.crm.requests().getLast()).isEqualTo("upsert APPOINTMENTS");
  }

  @Test
  void pushing_what_has_not_changed_asks_the_vendor_nothing() {
    var booking = stage.book(1);
    stage.push(booking);
    int before = stage.crm.requests().size();
    assertThat(stage.push(booking)).isInstanceOf(Ok.class);
    assertThat(stage.crm.requests()).hasSize(before);
  }

  @Test
  void a_name_that_people_corrected_is_never_written_over() {
    var booking = stage.book(1);
    stage.push(booking);
    var contact = stage.crm.rows(CrmTable.CONTACTS).keySet().iterator().next();
    stage.crm.edit(CrmTable.CONTACTS, contact, CrmField.CONTACT_NAME, new Text("Zoe One"));
    stage.become(booking, State.CANCELLED);
    stage.push(booking);
    assertThat(stage.crm.rows(CrmTable.CONTACTS).get(contact))
        .containsEntry(CrmField.CONTACT_NAME, new Text("Zoe One"));
  }

  @Test
  void another_name_with_the_same_number_leaves_the_contacts_name_alone() {
    var booking = stage.book(1);
    stage.push(booking);
    stage.rename(booking, "Ben");
    stage.push(booking);
    assertThat(stage.crm.rows(CrmTable.CONTACTS).values().iterator().next())
        .containsEntry(CrmField.CONTACT_NAME, new Text("Zoë 1"));
    assertThat(stage.row(booking)).containsEntry(CrmField.CUSTOMER, new Text("Ben"));
  }

  @Test
  void what_happened_is_an_activity_linked_to_both() {
    var booking = stage.book(1);
    stage.sync.push(
        stage.target,
        List.of(new OfBooking(booking), new Happening("e-1", "Booked", booking, CrmStage.NOON)),
        CrmStage.NOON,
        "job");
    var activity = stage.crm.rows(CrmTable.ACTIVITIES).values().iterator().next();
    assertThat(activity)
        .containsEntry(CrmField.KIND, new Choice("Booked"))
        .containsEntry(
            CrmField.ACTIVITY_APPOINTMENT, new Link(List.of(stage.recordOf(booking))));
    assertThat(stage.memory.of(ORG, booking))
        .extracting(MirrorRow::table)
        .containsExactlyInAnyOrder(CrmTable.APPOINTMENTS, CrmTable.ACTIVITIES);
  }

  @Test
  void a_call_and_a_lead_of_the_same_number_share_the_bookings_contact() {
    var phone = Optional.of(new PhoneNumber("+14155550001"));
    stage.calls.put(
        new CallId("c"),
        new CallCard(
            ORG, new CallId("c"), CrmStage.NOON, Optional.empty(), phone, Optional.empty(),
            "Booked a haircut."));
    stage.leads.put(
        "l",
        new LeadCard(
            ORG, "l", Optional.of(new PersonName("Zoë")), phone, Optional.empty(), "Qualified",
            70, "wants a cut", Optional.of(new CallId("c"))));
    stage.sync.push(
        stage.target,
        List.of(new OfCall(new CallId("c")), new OfLead("l"), new OfBooking(stage.book(1))),
        CrmStage.NOON,
        "job");
    assertThat(stage.crm.rows(CrmTable.CONTACTS)).hasSize(1);
    assertThat(stage.crm.rows(CrmTable.LEADS).values().iterator().next())
        .containsEntry(CrmField.LEAD_STAGE, new Choice("Qualified"))
        .containsKey(CrmField.LEAD_CONTACT);
    assertThat(stage.crm.rows(CrmTable.ACTIVITIES)).hasSize(1);
  }

  @Test
  void a_write_that_may_have_arrived_is_repeated_onto_the_same_row() {
    stage.push(stage.book(0));
    var booking = stage.book(1);
    stage.crm.fail(new Unconfirmed("no answer"));
    assertThat(stage.push(booking)).isInstanceOf(Failed.class);
    assertThat(stage.push(booking)).isInstanceOf(Ok.class);
    assertThat(stage.crm.rows(CrmTable.CONTACTS)).hasSize(2);
    assertThat(stage.crm.rows(CrmTable.APPOINTMENTS)).hasSize(2);
  }

  @Test
  void what_could_not_be_written_waits_and_goes_along_with_the_next() {
    stage.push(stage.book(0));
    stage.crm.fail(new Retryable("refused"));
    stage.push(stage.book(1));
    assertThat(stage.memory.waitingIds()).containsExactly("booking:b-1");
    stage.push(stage.book(2));
    assertThat(stage.crm.rows(CrmTable.APPOINTMENTS)).hasSize(3);
    assertThat(stage.memory.waitingIds()).isEmpty();
  }

  @Test
  void a_vendor_that_wants_to_be_left_alone_is_left_alone_by_everybody() {
    stage.push(stage.book(0));
    stage.crm.fail(new Throttled("429", Duration.ofSeconds(30)));
    stage.push(stage.book(1));
    int before = stage.crm.requests().size();
    assertThat(stage.push(stage.book(2)))
        .isEqualTo(
            new Failed<>(new Throttled("Fake asked to be left alone", Duration.ofSeconds(30))));
    assertThat(stage.crm.requests()).hasSize(before);
    stage.clock.advance(Duration.ofSeconds(30));
    stage.push(stage.book(3));
    assertThat(stage.crm.rows(CrmTable.APPOINTMENTS)).hasSize(4);
  }

  @Test
  void who_finds_another_at_work_leaves_its_own_to_them() {
    stage.memory.enter(ORG, "base", "another", CrmStage.NOON, CrmStage.NOON.plusSeconds(60));
    assertThat(stage.push(stage.book(1)))
        .isEqualTo(new Ok<>("left to the batch that is being written"));
    assertThat(stage.memory.waitingIds()).containsExactly("booking:b-1");
    assertThat(stage.crm.requests()).isEmpty();
  }

  @Test
  void a_lost_option_is_named_and_nothing_is_lost() {
    stage.push(stage.book(0));
    stage.crm.choices(CrmField.STATUS, "Confirmed", "Cancelled");
    var booking = stage.book(1);
    stage.become(booking, State.NO_SHOW);
    var sentence = "Fake: field 'Status' has no option 'No show'";
    assertThat(stage.push(booking)).isEqualTo(new Failed<>(new Permanent(sentence)));
    assertThat(stage.alarms).containsEntry("crm.blocked base", sentence);
    assertThat(stage.push(stage.book(2)))
        .isEqualTo(new Ok<>("kept until this is mended: " + sentence));
    stage.crm.choices(CrmField.STATUS, "Confirmed", "Cancelled", "No show");
    assertThat(stage.pull()).isInstanceOf(Ok.class);
    assertThat(stage.crm.rows(CrmTable.APPOINTMENTS)).hasSize(3);
    assertThat(stage.alarms).isEmpty();
  }

  @Test
  void a_lost_column_is_named_when_none_may_be_made() {
    stage.push(stage.book(0));
    stage.withoutCreating();
    stage.crm.removeField(CrmField.WITH);
    var sentence = "Fake: table 'Appointments' has no field 'With' (a single line of text)";
    assertThat(stage.push(stage.book(1))).isEqualTo(new Failed<>(new Permanent(sentence)));
    assertThat(stage.pull()).isEqualTo(new Ok<>("kept until this is mended: " + sentence));
  }

  @Test
  void a_renamed_column_is_written_on() {
    stage.push(stage.book(0));
    stage.crm.renameField(CrmField.WITH, "Stylist");
    assertThat(stage.push(stage.book(1))).isInstanceOf(Ok.class);
  }

  @Test
  void a_token_that_is_not_accepted_blocks_and_is_named() {
    stage.push(stage.book(0));
    stage.crm.fail(new Permanent("Fake: the token is not accepted"));
    stage.crm.fail(new Permanent("Fake: the token is not accepted"));
    assertThat(stage.push(stage.book(1)))
        .isEqualTo(new Failed<>(new Permanent("Fake: the token is not accepted")));
    assertThat(stage.alarms).containsKey("crm.blocked base");
  }

  @Test
  void one_that_cannot_be_written_is_set_aside_and_the_others_are_written() {
    stage.push(stage.book(0));
    stage.crm.refuse(new Text("Zoë 1"));
    stage.push(stage.book(1), stage.book(2));
    assertThat(stage.row(new BookingId("b-2"))).isNotEmpty();
    assertThat(stage.memory.setAside(ORG))
        .extracting(aside -> aside.subject().id(), CrmRows.SetAside::why)
        .containsExactly(tuple("booking:b-1", "Fake: refused value"));
    assertThat(stage.alarms).containsEntry("crm.row booking:b-1", "Fake: refused value");
  }

  @Test
  void a_row_that_people_deleted_is_made_anew_in_full() {
    var booking = stage.book(1);
    stage.push(booking);
    stage.crm.deleteRow(CrmTable.APPOINTMENTS, stage.recordOf(booking));
    stage.move(booking, Duration.ofHours(1));
    stage.push(booking);
    assertThat(stage.row(booking))
        .containsEntry(CrmField.SERVICE, new Text("Haircut"))
        .containsKey(CrmField.APPOINTMENT_CONTACT);
  }

  @Test
  void a_dry_run_names_what_is_missing_and_changes_nothing() {
    var result = stage.sync.dryRun(stage.target, "me");
    assertThat(result).isInstanceOf(Ok.class);
    assertThat(((Ok<List<String>>) result).value()).contains("Fake: there is no table 'Leads'");
    assertThat(stage.crm.requests()).containsExactly("schema");
  }

  @Test
  void nothing_personal_is_printed() {
    var booking = stage.book(1);
    stage.push(booking);
    var mirror =
        stage.memory.rows(ORG, CrmTable.APPOINTMENTS, List.of("b-1")).get("b-1");
    assertThat(mirror.toString()).doesNotContain("Zoë");
    assertThat(Map.of("row", CrmMapping.contact("c", stage.appointments.get(booking))).toString())
        .doesNotContain("Zoë", "4155550001");
  }
}
