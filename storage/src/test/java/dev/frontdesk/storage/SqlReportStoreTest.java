package dev.frontdesk.storage;

import static dev.frontdesk.storage.ReportRows.newReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.FollowUp;
import dev.frontdesk.reporting.FollowUp.State;
import dev.frontdesk.reporting.Lead;
import dev.frontdesk.reporting.LeadPoint;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.LeadStage;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.LeadStore.Decided;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.ReportStore.Kept;
import dev.frontdesk.reporting.SomeCall;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlReportStoreTest {
  private static final Instant NINE = SomeCall.NINE;

  private final ReportStore reports = TestStorage.shared().reports();
  private final LeadStore leads = TestStorage.shared().leads();
  private final OrgId org = TestStorage.newOrganisation();

  @Test
  void each_making_is_a_version_and_earlier_ones_stay_as_they_were() {
    var call = open("call-a");
    assertThat(reports.keep(newReport(booking("call-a").report(), "job-1")))
        .isEqualTo(new Kept(1, true));
    var first = reports.find(org, call, OptionalInt.empty()).orElseThrow();

    var later = booking("call-a").caller("and thanks").report(NINE.plusSeconds(600));
    assertThat(reports.keep(newReport(later, "job-2"))).isEqualTo(new Kept(2, true));

    assertThat(reports.find(org, call, OptionalInt.of(1))).contains(first);
    assertThat(reports.find(org, call, OptionalInt.empty()).orElseThrow().json())
        .contains("and thanks")
        .contains("\"version\":2");
    assertThat(reports.versions(org, call)).extracting(v -> v.version()).containsExactly(2, 1);
    assertThat(reports.find(org, call, OptionalInt.of(3))).isEmpty();
  }

  @Test
  void the_same_key_makes_one_version_however_many_ask_at_once() throws Exception {
    open("call-b");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var kept =
          threads.invokeAll(
              IntStream.range(0, 6)
                  .mapToObj(_ -> (Callable<Kept>)
                      () -> reports.keep(newReport(booking("call-b").report(), "job-1")))
                  .toList());
      int fresh = 0;
      for (var one : kept) {
        assertThat(one.get().version()).isEqualTo(1);
        fresh += one.get().fresh() ? 1 : 0;
      }
      assertThat(fresh).isEqualTo(1);
    }
  }

  @Test
  void a_report_is_told_in_the_outbox_and_the_audit_with_what_it_changed() {
    open("call-c");
    reports.keep(newReport(booking("call-c").report(), "job-1"));

    assertThat(TestStorage.shared().outbox().waiting(org, 100))
        .extracting(OutboxEntry::kind)
        .contains("report.made", "lead.changed");
    assertThat(TestStorage.shared().audit().after(org, 0, 100))
        .extracting(record -> record.entry().action())
        .contains("report.made");
    assertThat(TestStorage.shared().audit().verify(org).toString()).doesNotContain("Broken");
  }

  @Test
  void nothing_that_was_said_stands_in_clear() throws SQLException {
    open("call-d");
    reports.keep(newReport(booking("call-d").report(), "job-1"));

    try (var db = TestStorage.asSuperuser(); var statement = db.createStatement();
        var rows = statement.executeQuery("""
            select r::text || l::text from reports r, leads l
             where r.org_id = l.org_id and r.org_id = '%s'""".formatted(org.value()))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain("haircut", "Dana", "4155550123");
    }
  }

  @Test
  void a_callers_calls_add_up_to_one_lead_that_explains_its_score() {
    open("call-e");
    open("call-f");
    reports.keep(newReport(question("call-e", NINE).report(), "job-1"));
    assertThat(lead().stage()).isEqualTo(LeadStage.CONTACTED);
    assertThat(lead().score()).isEqualTo(10);

    reports.keep(newReport(booking("call-f").at(NINE.plusSeconds(900)).report(), "job-2"));

    var lead = lead();
    assertThat(lead.score()).isEqualTo(65);
    assertThat(lead.stage()).isEqualTo(LeadStage.QUALIFIED);
    assertThat(lead.name().orElseThrow().value()).isEqualTo("Dana Fox");
    assertThat(lead.points()).extracting(call -> call.call().value())
        .containsExactly("call-f", "call-e");
    assertThat(lead.points().getLast().points())
        .containsExactly(new LeadPoint("asked-the-price", 10, "tag asked-price"));
  }

  @Test
  void a_report_made_again_replaces_its_points_and_asks_for_nothing_twice() {
    open("call-g");
    reports.keep(newReport(question("call-g", NINE).report(), "job-1"));
    assertThat(open()).hasSize(1);

    var other = new SomeCall().in(org, "call-g").caller("i'd like to book a haircut");
    reports.keep(newReport(other.report(), "job-2"));
    reports.keep(newReport(question("call-g", NINE).report(), "job-3"));

    assertThat(lead().score()).isEqualTo(10);
    assertThat(lead().points()).hasSize(1);
    assertThat(open()).extracting(FollowUp::rule)
        .containsExactlyInAnyOrder("asked-the-price", "found-no-time");
  }

  @Test
  void calls_too_long_ago_count_no_more() {
    open("call-h");
    open("call-i");
    reports.keep(newReport(booking("call-h").report(), "job-1"));

    var later = NINE.plus(LeadPolicy.DEFAULT.scoreReach()).plusSeconds(1);
    reports.keep(newReport(question("call-i", later).report(), "job-2"));

    assertThat(lead().score()).isEqualTo(10);
    assertThat(lead().stage()).isEqualTo(LeadStage.CONTACTED);
  }

  @Test
  void what_concerns_a_high_value_lead_waits_for_a_person() {
    var call = open("call-j");
    reports.keep(newReport(complaintOfAGoodCustomer("call-j").report(), "job-1", reviewFrom(40)));

    assertThat(open()).isEmpty();
    var waiting = leads.followUps(org, Set.of(State.IN_REVIEW), 10);
    assertThat(waiting).extracting(FollowUp::rule).containsExactly("complaint");
    assertThat(opened()).isEmpty();

    var id = waiting.getFirst().id();
    var decided = leads.decide(org, id, FollowUp.Act.APPROVE, "key:1", "do it", NINE);

    assertThat(decided).isInstanceOf(Decided.Moved.class);
    assertThat(open()).hasSize(1);
    assertThat(open().getFirst().decision().orElseThrow().why()).isEqualTo("do it");
    assertThat(opened()).extracting(OutboxEntry::key).containsExactly(call.value());
    assertThat(leads.decide(org, id, FollowUp.Act.APPROVE, "key:1", "", NINE))
        .isInstanceOf(Decided.Refused.class);
    assertThat(leads.decide(org, "none", FollowUp.Act.APPROVE, "key:1", "", NINE))
        .isInstanceOf(Decided.Missing.class);
  }

  @Test
  void who_has_not_called_for_long_is_nurtured_from_the_instant_on() {
    open("call-k");
    reports.keep(newReport(booking("call-k").report(), "job-1"));
    var seen = lead().lastSeen();
    var quiet = Duration.ofDays(30);

    assertThat(leads.nurture(org, quiet, seen.plus(quiet), 10)).isZero();
    assertThat(leads.nurture(org, quiet, seen.plus(quiet).plusMillis(1), 10)).isEqualTo(1);
    assertThat(lead().stage()).isEqualTo(LeadStage.NURTURE);
    assertThat(leads.nurture(org, quiet, seen.plus(quiet).plusSeconds(1), 10)).isZero();
  }

  @Test
  void leads_come_best_first_and_by_stage() {
    open("call-l");
    open("call-m");
    var other = Optional.of(new dev.frontdesk.vocabulary.PhoneNumber("+14155550199"));
    reports.keep(newReport(question("call-l", NINE).report(), "job-1"));
    reports.keep(newReport(booking("call-m").from(other).report(), "job-2"));

    assertThat(leads.leads(org, Optional.empty(), 10)).extracting(Lead::score)
        .containsExactly(55, 10);
    assertThat(leads.leads(org, Optional.of(LeadStage.CONTACTED), 10)).hasSize(1);
    assertThat(leads.leads(org, Optional.empty(), 1)).hasSize(1);
  }

  @Test
  void there_is_no_report_of_a_call_that_never_was() {
    assertThatThrownBy(() -> reports.keep(newReport(booking("nowhere").report(), "job-1")))
        .hasMessageContaining("no such call");
  }

  private CallId open(String id) {
    var call = new CallId(id);
    var there = RowsEverywhere.call(org, call);
    TestStorage.shared().calls().open(there, RowsEverywhere.leg(org, call));
    return call;
  }

  private SomeCall booking(String call) {
    return new SomeCall().in(org, call).caller("i'd like to book a haircut").booked();
  }

  private SomeCall question(String call, Instant at) {
    return new SomeCall().in(org, call).at(at).caller("how much is a haircut just asking");
  }

  private SomeCall complaintOfAGoodCustomer(String call) {
    return new SomeCall()
        .in(org, call)
        .caller("i want to complain but please book me a haircut")
        .did(Act.Kind.SLOTS_OFFERED)
        .booked();
  }

  private static LeadPolicy reviewFrom(int score) {
    var usual = LeadPolicy.DEFAULT;
    return new LeadPolicy(
        usual.rules(), usual.qualifiesAt(), score, Optional.empty(), usual.scoreReach(),
        usual.quietAfter());
  }

  private Lead lead() {
    var all = leads.leads(org, Optional.empty(), 10);
    assertThat(all).hasSize(1);
    assertThat(leads.lead(org, all.getFirst().id())).contains(all.getFirst());
    return all.getFirst();
  }

  private List<FollowUp> open() {
    return leads.followUps(org, Set.of(State.OPEN), 10);
  }

  private List<OutboxEntry> opened() {
    return TestStorage.shared().outbox().waiting(org, 100).stream()
        .filter(entry -> entry.kind().equals("follow-up.opened"))
        .toList();
  }
}
