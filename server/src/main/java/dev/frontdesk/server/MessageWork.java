package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.messaging.Errand;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Instant;

/// One of the jobs about messages, done by one of the room's desks.
record MessageWork(JobKind kind, Desk desk) implements JobWork {

  @FunctionalInterface
  interface Desk {
    ProviderResult<String> run(Errand errand, Instant now);
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    return desk.run(MessageErrands.of(job), attempt.at());
  }
}
