package dev.frontdesk.server;

import dev.frontdesk.crm.CrmMapping;
import dev.frontdesk.crm.CrmSubject;
import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.durable.ActiveTrace;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The jobs of customer records and webhooks: how they are written down and read again.
final class CrmJobs {
  static final JobKind PUSH = new JobKind("crm.push", "airtable", Urgency.RECORD);
  static final JobKind PULL = new JobKind("crm.pull", "airtable", Urgency.RECORD);
  static final JobKind BACKFILL = new JobKind("crm.backfill", "airtable", Urgency.RECORD);
  static final JobKind WEBHOOK = new JobKind("webhook.send", "webhook", Urgency.REPORT);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CrmJobs() {}

  /// What is to be written after an entry, if anything.
  static Optional<Job> push(OutboxEntry cause) {
    var json = JSON.createObjectNode();
    var happening = CrmMapping.happening(cause.kind());
    if (happening.isPresent()) {
      json.put("booking", cause.key()).put("happening", happening.get());
      json.put("event", cause.id()).put("at", cause.at().toString());
    } else {
      switch (cause.kind()) {
        case "call.ended", "report.made" -> json.put("call", cause.key());
        case "lead.changed" -> json.put("lead", cause.key());
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Job(
            PUSH.name() + ":" + cause.id(),
            cause.org(),
            PUSH.name(),
            cause.key(),
            json.toString(),
            cause.trace(),
            cause.at(),
            Optional.empty()));
  }

  /// For what nothing in the outbox tells of.
  static Job push(OrgId org, BookingId booking, String why, Instant now) {
    return new Job(
        PUSH.name() + ":" + booking.value() + ":" + why,
        org,
        PUSH.name(),
        booking.value(),
        JSON.createObjectNode().put("booking", booking.value()).toString(),
        ActiveTrace.orNew(now),
        now,
        Optional.empty());
  }

  static List<CrmSubject> subjects(Job push) {
    var json = JSON.readTree(push.payload());
    var subjects = new ArrayList<CrmSubject>();
    json.optional("booking")
        .map(id -> new BookingId(id.asString()))
        .ifPresent(
            booking -> {
              subjects.add(new CrmSubject.OfBooking(booking));
              json.optional("happening")
                  .ifPresent(
                      kind ->
                          subjects.add(
                              new CrmSubject.Happening(
                                  json.path("event").asString(),
                                  kind.asString(),
                                  booking,
                                  Instant.parse(json.path("at").asString()))));
            });
    json.optional("call")
        .ifPresent(id -> subjects.add(new CrmSubject.OfCall(new CallId(id.asString()))));
    json.optional("lead").ifPresent(id -> subjects.add(new CrmSubject.OfLead(id.asString())));
    return subjects;
  }

  /// @param why makes the job one of its own: what it answers to
  static Job pull(OrgId org, String why, Instant now) {
    return new Job(
        PULL.name() + ":" + org.value() + ":" + why,
        org,
        PULL.name(),
        org.value(),
        "{}",
        ActiveTrace.orNew(now),
        now,
        Optional.empty());
  }

  /// Where a backfill stands: one job for each page, each plans the next.
  ///
  /// @param run  the same for all pages of one backfill
  /// @param from appointments that end before are left out
  /// @param last the last booking of the page before
  /// @param seen how many bookings the pages before had
  record Backfill(String run, Instant from, Optional<BookingId> last, int seen) {
    Backfill next(List<BookingId> page) {
      return new Backfill(run, from, Optional.of(page.getLast()), seen + page.size());
    }
  }

  static Job backfill(OrgId org, Backfill at, Instant now) {
    var payload =
        JSON.createObjectNode()
            .put("run", at.run())
            .put("from", at.from().toString())
            .put("seen", at.seen());
    at.last().ifPresent(last -> payload.put("last", last.value()));
    var id = BACKFILL.name() + ":" + at.run();
    return new Job(
        at.last().map(last -> id + ":" + last.value()).orElse(id),
        org,
        BACKFILL.name(),
        org.value(),
        payload.toString(),
        ActiveTrace.orNew(now),
        now,
        Optional.empty());
  }

  static Backfill backfill(Job job) {
    var json = JSON.readTree(job.payload());
    return new Backfill(
        json.path("run").asString(),
        Instant.parse(json.path("from").asString()),
        json.optional("last").map(id -> new BookingId(id.asString())),
        json.path("seen").asInt());
  }

  /// Of one booking or call in order, to each target.
  static Job webhook(OutboxEntry cause, WebhookTarget target) {
    return new Job(
        WEBHOOK.name() + ":" + cause.id() + ":" + target.name(),
        cause.org(),
        WEBHOOK.name(),
        target.name() + ":" + cause.key(),
        payload(target.name(), event(cause)),
        cause.trace(),
        cause.at(),
        Optional.empty());
  }

  static Job replay(OrgId org, String target, WebhookEvent event, String key, Instant now) {
    return new Job(
        WEBHOOK.name() + ":" + event.id() + ":" + target + ":" + key,
        org,
        WEBHOOK.name(),
        target + ":" + event.id(),
        payload(target, event),
        ActiveTrace.orNew(now),
        now,
        Optional.empty());
  }

  /// What is told, and to whom.
  record Telling(String target, WebhookEvent event) {}

  static Telling telling(Job webhook) {
    var json = JSON.readTree(webhook.payload());
    return new Telling(
        json.path("target").asString(),
        new WebhookEvent(
            json.path("id").asString(),
            json.path("kind").asString(),
            Instant.parse(json.path("at").asString()),
            json.path("body").asString()));
  }

  private static String payload(String target, WebhookEvent event) {
    return JSON.createObjectNode()
        .put("target", target)
        .put("id", event.id())
        .put("kind", event.kind())
        .put("at", event.at().toString())
        .put("body", event.body())
        .toString();
  }

  /// The outbox holds nothing personal, so neither does this: who wants more fetches it.
  private static WebhookEvent event(OutboxEntry entry) {
    var body =
        JSON.createObjectNode()
            .put("id", entry.id())
            .put("type", entry.kind())
            .put("at", entry.at().toString())
            .put("organisation", entry.org().value())
            .put("subject", entry.key());
    route(entry).ifPresent(path -> body.put("fetch", path));
    body.set("details", JSON.readTree(entry.payload()));
    return new WebhookEvent(entry.id(), entry.kind(), entry.at(), body.toString());
  }

  /// Where on this server the newest state is.
  private static Optional<String> route(OutboxEntry entry) {
    if (CrmMapping.happening(entry.kind()).isPresent()) {
      return Optional.of("/bookings/" + entry.key());
    }
    return entry.kind().equals("call.ended") || entry.kind().equals("report.made")
        ? Optional.of("/call/" + entry.key())
        : Optional.empty();
  }
}
