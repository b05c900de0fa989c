package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// All reactions as one. An entry that one of them cannot take becomes a dead letter of its own,
/// and neither its neighbours nor what the others make of it wait for that.
final class Reactions implements JobStore.Following, JobWork {
  static final String KIND = "outbox.react";

  private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Reaction> reactions;
  private final Jobs jobs;

  Reactions(List<Reaction> reactions, Jobs jobs) {
    this.reactions = List.copyOf(reactions);
    this.jobs = jobs;
  }

  @Override
  public List<JobStore.Planned> of(OutboxEntry entry) {
    var planned = new ArrayList<JobStore.Planned>();
    String failure = null;
    for (var reaction : reactions) {
      try {
        reaction.jobs(entry).forEach(
            job -> planned.add(new JobStore.Planned(job, Optional.empty())));
      } catch (RuntimeException bug) {
        LOG.error("a reaction cannot take an outbox entry of kind {}", entry.kind(), bug);
        failure = "a reaction threw " + bug.getClass().getName();
      }
    }
    if (failure != null) {
      planned.add(new JobStore.Planned(dead(entry), Optional.of(failure)));
    }
    return planned;
  }

  private static Job dead(OutboxEntry entry) {
    var payload = JSON.createObjectNode();
    payload.put("entry", entry.id());
    payload.put("kind", entry.kind());
    payload.put("payload", entry.payload());
    payload.put("at", entry.at().toString());
    return new Job(
        KIND + ":" + entry.id(), entry.org(), KIND, entry.key(), payload.toString(),
        entry.trace(), entry.at(), Optional.empty());
  }

  @Override
  public JobKind kind() {
    return new JobKind(KIND, "outbox", JobKind.Urgency.CONFIRMATION);
  }

  /// Has all reactions look at the entry once more; jobs that were planned already stay.
  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var payload = JSON.readTree(job.payload());
    var entry =
        new OutboxEntry(
            payload.required("entry").asString(),
            job.org(),
            payload.required("kind").asString(),
            job.key(),
            payload.required("payload").asString(),
            job.trace(),
            Instant.parse(payload.required("at").asString()));
    var all = reactions.stream().flatMap(reaction -> reaction.jobs(entry).stream()).toList();
    try {
      jobs.plan(all);
    } catch (Jobs.TooMuchWaiting full) {
      return new Failed<>(new Retryable("too many jobs are waiting"));
    }
    return new Ok<>(all.size() + " jobs planned");
  }
}
