package dev.frontdesk.server;

import dev.frontdesk.reporting.CallRecord;
import dev.frontdesk.reporting.Consequences;
import dev.frontdesk.reporting.Report.Cause;
import dev.frontdesk.reporting.ReportMaker;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.ReportStore.Kept;
import dev.frontdesk.reporting.ReportStore.NewReport;
import dev.frontdesk.reporting.spi.Analyst;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.util.Optional;

/// Makes and keeps reports: what is known of a call, what is made of it, what follows.
final class ReportDesk {
  private final ReportMaker maker = new ReportMaker();
  private final ReportCalls calls;
  private final ReportStore store;
  private final ServerSettings settings;
  private final Optional<Analyst> analyst;

  ReportDesk(
      ReportCalls calls,
      ReportStore store,
      ServerSettings settings,
      Optional<Analyst> analyst) {
    this.calls = calls;
    this.store = store;
    this.settings = settings;
    this.analyst = analyst;
  }

  /// What became of it. Empty when there is no such call, or it has not ended.
  ///
  /// @param key the same key makes one version
  Optional<ProviderResult<Kept>> make(OrgId org, CallId call, String key, Cause cause) {
    return calls.ended(org, call).map(record -> make(record, key, cause));
  }

  private ProviderResult<Kept> make(CallRecord record, String key, Cause cause) {
    var link = settings.linksOf(record.org()).reports();
    var plan =
        new ReportMaker.Plan(
            analyst, link.structured(), settings.following().reports().rates());
    return switch (maker.make(record, plan, settings.clock().instant())) {
      case Ok(var report) -> {
        var follows = Consequences.of(report, link.followUps(), link.leads());
        yield new Ok<>(store.keep(new NewReport(report, key, cause, follows, link.leads())));
      }
      case Failed(var failure) -> new Failed<>(failure);
    };
  }
}
