package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.reporting.Report.Cause;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;

/// Makes the report of a call that has ended. The job's id is the report's key, so that a second
/// attempt finds what the first one kept.
final class ReportWork implements JobWork {
  static final JobKind KIND = new JobKind("report.make", "report", JobKind.Urgency.REPORT);

  private final ReportDesk desk;
  private final CallEvents events;

  ReportWork(ReportDesk desk, CallEvents events) {
    this.desk = desk;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var call = new CallId(job.key());
    var made = desk.make(job.org(), call, job.id(), Cause.CALL_ENDED);
    if (made.isEmpty()) {
      return new Ok<>("nothing to do: no such call has ended");
    }
    return switch (made.get()) {
      case Ok(var kept) -> {
        if (kept.fresh()) {
          events.publish(call, "report.made", java.util.Map.of("version", kept.version()));
        }
        yield new Ok<>("report " + kept.version() + (kept.fresh() ? " made" : " stands"));
      }
      case Failed(var failure) -> new Failed<>(failure);
    };
  }
}
