package dev.frontdesk.server;

import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.crm.spi.EventReceiver;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// Tells one target of one event, and keeps what came back.
final class CrmWebhookWork implements JobWork {
  private final Function<OrgId, CrmLink> links;
  private final EventReceiver receiver;
  private final WebhookDeliveries deliveries;
  private final Clock clock;

  CrmWebhookWork(
      Function<OrgId, CrmLink> links,
      EventReceiver receiver,
      WebhookDeliveries deliveries,
      Clock clock) {
    this.links = links;
    this.receiver = receiver;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public JobKind kind() {
    return CrmJobs.WEBHOOK;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var telling = CrmJobs.telling(job);
    var target = target(job.org(), telling.target());
    if (target.isEmpty()) {
      return new Ok<>("nothing to do: the webhook is not configured any more");
    }
    var event = telling.event();
    deliveries.begin(job.org(), telling.target(), event);
    var result = receiver.send(target.get(), event, clock.instant());
    var answer =
        switch (result) {
          case Ok<Integer>(var status) -> "answered " + status;
          case Failed<Integer>(var failure) -> detail(failure);
        };
    deliveries.attempted(
        job.org(),
        telling.target(),
        event.id(),
        result instanceof Ok<Integer>,
        answer,
        clock.instant());
    return switch (result) {
      case Ok<Integer> _ -> new Ok<>(answer);
      case Failed<Integer>(var failure) -> new Failed<>(failure);
    };
  }

  private Optional<WebhookTarget> target(OrgId org, String name) {
    return links.apply(org).webhooks().stream()
        .filter(target -> target.name().equals(name))
        .findFirst();
  }

  private static String detail(Failure failure) {
    return switch (failure) {
      case Retryable(var detail) -> detail;
      case Throttled(var detail, _) -> detail;
      case Permanent(var detail) -> detail;
      case Unconfirmed(var detail) -> detail;
    };
  }
}
