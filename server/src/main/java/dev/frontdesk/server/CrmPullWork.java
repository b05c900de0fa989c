package dev.frontdesk.server;

import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Ok;

/// Takes what people edited, and writes what waited for something to be mended.
final class CrmPullWork implements JobWork {
  private final CrmSync sync;
  private final CrmTargets targets;

  CrmPullWork(CrmSync sync, CrmTargets targets) {
    this.sync = sync;
    this.targets = targets;
  }

  @Override
  public JobKind kind() {
    return CrmJobs.PULL;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var target = targets.of(job.org());
    return target.isEmpty()
        ? new Ok<>("nothing to do: not connected")
        : sync.pull(target.get(), job.id());
  }
}
