package dev.frontdesk.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Link;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CellValue.Number;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmBases.Entry;
import dev.frontdesk.crm.CrmConflict.Settled;
import dev.frontdesk.crm.CrmSubject.Happening;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmSubject.OfCall;
import dev.frontdesk.crm.CrmSubject.OfLead;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every keeper of customer records promises. Each test begins with an organisation that has
/// nothing.
public abstract class CrmKeptContract {
  private static final Instant NINE = Instant.parse("2026-06-15T09:00:00Z");
  private static final BookingId BOOKING = new BookingId("b-1");

  protected abstract CrmSync.Kept kept();

  protected abstract OrgId org();

  @Test
  public void one_works_on_a_base_at_a_time_until_their_time_is_up() {
    assertThat(enter("one", NINE)).isInstanceOf(Entry.Entered.class);
    assertThat(enter("two", NINE.plusSeconds(59))).isEqualTo(new Entry.Busy(NINE.plusSeconds(60)));
    assertThat(enter("two", NINE.plusSeconds(60))).isInstanceOf(Entry.Entered.class);
  }

  @Test
  public void who_held_the_place_gets_it_back_at_once() {
    enter("one", NINE);
    assertThat(enter("one", NINE.plusSeconds(1))).isInstanceOf(Entry.Entered.class);
  }

  @Test
  public void who_left_leaves_the_place_and_the_pace_to_the_next() {
    enter("one", NINE);
    kept().bases().leave(org(), "one", NINE.plusMillis(250), Optional.empty());
    assertThat(entered("two", NINE).nextRequestAt()).isEqualTo(NINE.plusMillis(250));
  }

  @Test
  public void who_has_lost_the_place_cannot_leave_for_another() {
    enter("one", NINE);
    enter("two", NINE.plusSeconds(60));
    kept().bases().leave(org(), "one", NINE, Optional.empty());
    assertThat(enter("three", NINE.plusSeconds(61))).isInstanceOf(Entry.Busy.class);
  }

  @Test
  public void nobody_enters_while_the_vendor_wants_to_be_left_alone() {
    enter("one", NINE);
    kept().bases().leave(org(), "one", NINE, Optional.of(NINE.plusSeconds(30)));
    assertThat(enter("two", NINE.plusSeconds(29)))
        .isEqualTo(new Entry.Paused(NINE.plusSeconds(30)));
    assertThat(enter("two", NINE.plusSeconds(30))).isInstanceOf(Entry.Entered.class);
  }

  @Test
  public void the_place_is_not_left_while_something_waits() {
    enter("one", NINE);
    mark(new OfBooking(BOOKING));
    assertThat(kept().bases().leaveIfNothingWaits(org(), "one", NINE)).isFalse();
    assertThat(enter("two", NINE.plusSeconds(1))).isInstanceOf(Entry.Busy.class);
    kept().rows().done(org(), waiting());
    assertThat(kept().bases().leaveIfNothingWaits(org(), "one", NINE)).isTrue();
    assertThat(enter("two", NINE.plusSeconds(1))).isInstanceOf(Entry.Entered.class);
  }

  @Test
  public void what_is_known_of_a_base_is_kept_and_another_base_begins_anew() {
    enter("one", NINE);
    var bases = kept().bases();
    var layout =
        new CrmLayout(Map.of(CrmTable.LEADS, "tbl1"), Map.of(CrmField.STATUS, "fld1"));
    bases.fits(org(), layout);
    bases.blocked(org(), "why");
    bases.polled(org(), NINE);
    var hook = new CrmBase.Hook("h1", new Secret("s"), NINE.plusSeconds(9), 7);
    bases.hook(org(), Optional.of(hook));
    var mirror = MirrorRow.unwritten(CrmTable.APPOINTMENTS, "b-1");
    kept().rows().save(org(), List.of(mirror), Map.of());
    assertThat(entered("one", NINE))
        .isEqualTo(
            new CrmBase(
                "base", Optional.of(layout), Optional.of("why"), NINE, Optional.of(hook),
                Optional.of(NINE)));
    bases.fits(org(), layout);
    assertThat(entered("one", NINE).blocked()).isEmpty();
    bases.enter(org(), "other", "one", NINE, NINE.plusSeconds(60));
    assertThat(bases.find(org()).orElseThrow().layout()).isEmpty();
    assertThat(kept().rows().rows(org(), CrmTable.APPOINTMENTS, List.of("b-1"))).isEmpty();
  }

  @Test
  public void what_waits_comes_in_the_order_it_was_marked_and_as_it_was() {
    var subjects =
        List.<CrmSubject>of(
            new OfBooking(BOOKING),
            new Happening("e-1", "Booked", BOOKING, NINE),
            new OfCall(new CallId("c-1")),
            new OfLead("l-1"));
    kept().rows().mark(org(), subjects, NINE);
    assertThat(waiting()).extracting(CrmRows.Waiting::subject).isEqualTo(subjects);
    assertThat(kept().rows().waiting(org(), 2)).hasSize(2);
    assertThat(kept().rows().changedAt(org(), new OfLead("l-1"))).contains(NINE);
  }

  @Test
  public void what_was_marked_again_while_it_was_written_goes_on_waiting() {
    mark(new OfBooking(BOOKING));
    var before = waiting();
    kept().rows().mark(org(), List.of(new OfBooking(BOOKING)), NINE.minusSeconds(5));
    kept().rows().done(org(), before);
    assertThat(waiting()).hasSize(1);
    assertThat(waiting().getFirst().changedAt()).as("the later change").isEqualTo(NINE);
    kept().rows().done(org(), waiting());
    assertThat(waiting()).isEmpty();
  }

  @Test
  public void what_is_set_aside_waits_for_a_person_or_for_the_next_change() {
    mark(new OfBooking(BOOKING));
    kept().rows().setAside(org(), waiting().getFirst(), "because");
    assertThat(waiting()).isEmpty();
    assertThat(kept().rows().setAside(org()))
        .containsExactly(new CrmRows.SetAside(new OfBooking(BOOKING), "because", NINE));
    assertThat(kept().rows().tryAgain(org())).isEqualTo(1);
    assertThat(waiting()).hasSize(1);
    kept().rows().setAside(org(), waiting().getFirst(), "because");
    mark(new OfBooking(BOOKING));
    assertThat(waiting()).hasSize(1);
    assertThat(kept().rows().setAside(org())).isEmpty();
  }

  @Test
  public void the_same_identity_is_the_same_contact() {
    var one = "phone:+14155550101";
    var other = "phone:+14155550102";
    var before = kept().rows().contacts(org(), List.of(one), NINE);
    var both = kept().rows().contacts(org(), List.of(other, one), NINE);
    assertThat(both).containsOnlyKeys(one, other).containsAllEntriesOf(before);
    assertThat(both.get(other)).isNotEqualTo(both.get(one));
  }

  @Test
  public void a_row_is_kept_as_it_was_seen_on_both_sides() {
    var cells =
        Map.<CrmField, CellValue>of(
            CrmField.CUSTOMER, new Text("Zoë"),
            CrmField.VERSION, new Number(2),
            CrmField.START, new Moment(NINE),
            CrmField.STATUS, new Choice("Confirmed"),
            CrmField.APPOINTMENT_CONTACT, new Link(List.of("rec1")),
            CrmField.WITH, new Nothing());
    var row =
        new MirrorRow(
            CrmTable.APPOINTMENTS, "b-1", Optional.of("rec2"), cells,
            Map.of(CrmField.VERSION, new Number(1)), Map.of(CrmField.VERSION, new Number(3)),
            Optional.of(NINE), Optional.of(NINE.plusSeconds(1)));
    kept().rows().save(org(), List.of(row), Map.of("b-1", BOOKING));
    assertThat(kept().rows().rows(org(), CrmTable.APPOINTMENTS, List.of("b-1", "b-2")))
        .containsExactly(Map.entry("b-1", row));
    var records = List.of("rec1", "rec2");
    assertThat(kept().rows().byRecords(org(), CrmTable.APPOINTMENTS, records))
        .containsOnly(Map.entry("rec2", row));
    assertThat(kept().rows().byRecords(org(), CrmTable.CONTACTS, records)).isEmpty();
    assertThat(kept().rows().rows(org(), Map.of(CrmTable.APPOINTMENTS, Set.of("b-1", "b-9"))))
        .containsExactly(row);
    assertThat(kept().rows().of(org(), BOOKING)).containsExactly(row);
    kept().rows().seen(org(), CrmTable.APPOINTMENTS, List.of("b-1"), NINE.plusSeconds(9));
    assertThat(kept().rows().byRecords(org(), CrmTable.APPOINTMENTS, records))
        .containsOnly(Map.entry("rec2", row.seen(NINE.plusSeconds(9))));
  }

  @Test
  public void a_conflict_stands_until_it_is_settled_and_may_be_raised_again() {
    var conflict = conflict("Cancelled");
    kept().conflicts().raise(conflict);
    assertThat(kept().conflicts().open(org(), 10)).containsExactly(conflict);
    assertThat(kept().conflicts().heldBack(org(), BOOKING)).containsExactly(CrmField.STATUS);
    var settled = new Settled(CrmConflict.Choice.OURS, "key:k", NINE.plusSeconds(9));
    kept().conflicts().settle(conflict, settled);
    kept().conflicts().settle(
        conflict, new Settled(CrmConflict.Choice.THEIRS, "key:k", NINE.plusSeconds(9)));
    assertThat(kept().conflicts().find(org(), conflict.id()).orElseThrow().settled())
        .contains(settled);
    assertThat(kept().conflicts().heldBack(org(), BOOKING)).isEmpty();
    var again = conflict("No show");
    kept().conflicts().raise(again);
    assertThat(kept().conflicts().open(org(), 10)).containsExactly(again);
  }

  private CrmConflict conflict(String theirs) {
    return new CrmConflict(
        CrmConflict.id(BOOKING, CrmField.STATUS), org(), BOOKING, CrmField.STATUS,
        new Choice("Confirmed"), new Choice(theirs), 3, "both changed", NINE, Optional.empty());
  }

  private Entry enter(String who, Instant now) {
    return kept().bases().enter(org(), "base", who, now, now.plusSeconds(60));
  }

  private CrmBase entered(String who, Instant now) {
    return ((Entry.Entered) enter(who, now)).base();
  }

  private void mark(CrmSubject subject) {
    kept().rows().mark(org(), List.of(subject), NINE);
  }

  private List<CrmRows.Waiting> waiting() {
    return kept().rows().waiting(org(), 100);
  }
}
