package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;

import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.Consequences;
import dev.frontdesk.reporting.FollowUpRule;
import dev.frontdesk.reporting.LeadPolicy;
import dev.frontdesk.reporting.LegalHold;
import dev.frontdesk.reporting.Report;
import dev.frontdesk.reporting.Report.Cause;
import dev.frontdesk.reporting.ReportStore.NewReport;
import dev.frontdesk.reporting.SomeCall;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Reports and what follows from them, as rows.
final class ReportRows {
  private ReportRows() {}

  /// At least one row in each table of reporting. The call must be there.
  static void of(OrgId org, CallId call) {
    var storage = TestStorage.shared();
    storage.acts().append(org, call, new Act(Act.Kind.SLOT_HELD, Optional.of("h"), NINE));
    var complaint =
        new SomeCall()
            .in(org, call.value())
            .caller("i'd like to complain this is ridiculous")
            .recorded(recording("leg-1"));
    storage.reports().keep(newReport(complaint.report(), "job-1"));
    storage.retention().place(hold(org, "hold-" + org.value(), "no-such-call"));
  }

  static CallRecord.Recording recording(String leg) {
    return new CallRecord.Recording(new LegId(leg), "local", "k", 44, "0".repeat(64));
  }

  static LegalHold hold(OrgId org, String id, String call) {
    return new LegalHold(
        org, id, LegalHold.Scope.CALL, call, "Fox against Maple Street", "key:1", NINE,
        Optional.empty());
  }

  static NewReport newReport(Report report, String key) {
    return newReport(report, key, LeadPolicy.DEFAULT);
  }

  static NewReport newReport(Report report, String key, LeadPolicy leads) {
    var follows = Consequences.of(report, FollowUpRule.DEFAULT, leads);
    return new NewReport(report, key, Cause.CALL_ENDED, follows, leads);
  }
}
