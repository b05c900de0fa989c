package dev.frontdesk.server;

import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Ok;

/// Brings the rows of a booking, a call or a lead up to date.
final class CrmPushWork implements JobWork {
  private final CrmSync sync;
  private final CrmTargets targets;

  CrmPushWork(CrmSync sync, CrmTargets targets) {
    this.sync = sync;
    this.targets = targets;
  }

  @Override
  public JobKind kind() {
    return CrmJobs.PUSH;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var target = targets.of(job.org());
    return target.isEmpty()
        ? new Ok<>("nothing to do: not connected")
        : sync.push(target.get(), CrmJobs.subjects(job), job.dueAt(), job.id());
  }
}
