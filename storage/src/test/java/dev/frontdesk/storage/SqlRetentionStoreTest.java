package dev.frontdesk.storage;

import static dev.frontdesk.storage.ReportRows.newReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.reporting.LegalHold;
import dev.frontdesk.reporting.RetentionKind;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.reporting.SomeCall;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore.CallMove;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlRetentionStoreTest {
  private static final Instant ENDED = SomeCall.NINE.plusSeconds(61);
  private static final Instant AFTER = ENDED.plusMillis(1);
  private static final int MANY = 100;

  private final RetentionStore kept = TestStorage.shared().retention();
  private final OrgId org = TestStorage.newOrganisation();
  private final CallId call = new CallId("call-of-" + org.value());

  @BeforeEach
  void a_call_of_which_everything_is_kept() {
    var storage = TestStorage.shared();
    storage.calls().open(RowsEverywhere.call(org, call), RowsEverywhere.leg(org, call));
    storage.calls().appendLine(
        org, call,
        new SpokenLine(SpokenLine.Speaker.CALLER, new Transcript("hello"), SomeCall.NINE));
    storage.conversations().save(org, call, "{}");
    storage.calls().move(
        org,
        call,
        new CallMove(
            CallStatus.RINGING,
            CallStatus.ENDED,
            ENDED,
            Optional.of(EndedReason.CUSTOMER_ENDED_CALL)));
    var report =
        new SomeCall()
            .in(org, call.value())
            .caller("i'd like to book")
            .recorded(ReportRows.recording("leg-" + org.value()))
            .report();
    storage.reports().keep(newReport(report, "job-1"));
  }

  @ParameterizedTest
  @EnumSource(RetentionKind.class)
  void each_kind_goes_by_itself_and_once_with_an_audit_entry(RetentionKind kind) {
    assertThat(kept.due(org, kind, ENDED, MANY)).as("at the limit itself").isEmpty();
    var due = kept.due(org, kind, AFTER, MANY);
    assertThat(due).hasSize(1);

    assertThat(kept.erase(org, kind, due.getFirst(), AFTER)).isTrue();

    assertThat(kept.due(org, kind, AFTER, MANY)).isEmpty();
    assertThat(kept.erase(org, kind, due.getFirst(), AFTER)).isFalse();
    for (var other : RetentionKind.values()) {
      assertThat(kept.due(org, other, AFTER, MANY)).as(other.word())
          .hasSize(other == kind ? 0 : 1);
    }
    assertThat(TestStorage.shared().audit().after(org, 0, MANY))
        .filteredOn(record -> record.entry().action().equals("retention.erased"))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(RetentionKind.class)
  void nothing_under_a_hold_goes_until_it_is_lifted(RetentionKind kind) {
    var due = kept.due(org, kind, AFTER, MANY).getFirst();
    kept.place(ReportRows.hold(org, "hold-1", call.value()));

    assertThat(kept.due(org, kind, AFTER, MANY)).isEmpty();
    assertThat(kept.erase(org, kind, due, AFTER)).as("placed after it was found due").isFalse();

    assertThat(kept.lift(org, "hold-1", "key:2", AFTER)).isPresent();
    assertThat(kept.lift(org, "hold-1", "key:2", AFTER)).isEmpty();
    assertThat(kept.erase(org, kind, due, AFTER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RetentionKind.class)
  void a_hold_on_the_organisation_holds_all_of_it(RetentionKind kind) {
    var due = kept.due(org, kind, AFTER, MANY).getFirst();
    kept.place(
        new LegalHold(
            org, "hold-2", LegalHold.Scope.ORGANISATION, org.value(), "an audit", "key:1", ENDED,
            Optional.empty()));

    assertThat(kept.due(org, kind, AFTER, MANY)).isEmpty();
    assertThat(kept.erase(org, kind, due, AFTER)).isFalse();
    assertThat(kept.isHeld(org, call)).isTrue();
  }

  @Test
  void another_organisations_hold_holds_nothing_here() {
    var other = TestStorage.newOrganisation();
    kept.place(ReportRows.hold(other, "hold-1", call.value()));

    assertThat(kept.isHeld(org, call)).isFalse();
    assertThat(kept.due(org, RetentionKind.REPORT, AFTER, MANY)).hasSize(1);
  }

  @Test
  void a_hold_reads_back_with_its_reason_and_stays_listed_once_lifted() {
    var hold = ReportRows.hold(org, "hold-1", call.value());
    kept.place(hold);
    kept.place(hold);
    assertThat(kept.holds(org, MANY)).containsExactly(hold);

    kept.lift(org, "hold-1", "key:2", AFTER);

    assertThat(kept.holds(org, MANY)).hasSize(1);
    assertThat(kept.holds(org, MANY).getFirst().liftedAt()).contains(AFTER);
    assertThat(hold.toString()).doesNotContain("Fox");
  }

  @Test
  void a_recording_that_moved_is_found_where_it_lies() {
    var recording = kept.recordings(org, call).getFirst();
    assertThat(recording.store()).isEqualTo("local");

    kept.moved(recording, "s3", AFTER);

    assertThat(kept.recordings(org, call).getFirst().store()).isEqualTo("s3");
  }

  @Test
  void a_version_number_never_comes_twice_even_when_reports_have_gone() {
    kept.erase(org, RetentionKind.REPORT, call.value(), AFTER);
    assertThat(TestStorage.shared().reports().find(org, call, OptionalInt.empty())).isEmpty();

    var again = new SomeCall().in(org, call.value()).caller("i'd like to book").report(AFTER);
    var version = TestStorage.shared().reports().keep(newReport(again, "job-9")).version();

    assertThat(version).isEqualTo(2);
  }
}
