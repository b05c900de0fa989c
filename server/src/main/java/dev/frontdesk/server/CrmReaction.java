package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.vocabulary.OrgId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What follows for customer records and for those who are told by webhook.
final class CrmReaction implements Reaction {
  private final Function<OrgId, CrmLink> links;

  CrmReaction(Function<OrgId, CrmLink> links) {
    this.links = links;
  }

  @Override
  public List<Job> jobs(OutboxEntry entry) {
    var link = links.apply(entry.org());
    var jobs = new ArrayList<Job>();
    if (link.airtable().isPresent()) {
      CrmJobs.push(entry).ifPresent(jobs::add);
    }
    for (var target : link.webhooks()) {
      if (target.wants(entry.kind())) {
        jobs.add(CrmJobs.webhook(entry, target));
      }
    }
    return jobs;
  }
}
