package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmSubject;
import dev.frontdesk.crm.CrmTarget.Direction;
import dev.frontdesk.crm.MergePolicy;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.server.CrmLink.AirtableLink;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.TraceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrmReactionTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final CrmLink BOTH =
      new CrmLink(
          Optional.of(
              new AirtableLink(
                  new CrmConnection("appAAAAAAAAAAAAAA", new Secret("t")),
                  Direction.PUSH,
                  new MergePolicy.Ask(),
                  false,
                  CrmNames.USUAL)),
          List.of(
              target("all", Set.of()),
              target("calls", Set.of("call.ended"))));

  @Test
  void nothing_follows_where_nothing_is_connected() {
    assertThat(jobs(CrmLink.NONE, "booking.booking-made", "b-1")).isEmpty();
  }

  @Test
  void a_booking_is_written_with_what_happened_and_told_to_who_wants_it() {
    var jobs = jobs(BOTH, "booking.booking-made", "b-1");
    assertThat(jobs).extracting(Job::kind).containsExactly("crm.push", "webhook.send");
    assertThat(CrmJobs.subjects(jobs.getFirst()))
        .containsExactly(
            new CrmSubject.OfBooking(new BookingId("b-1")),
            new CrmSubject.Happening("e-1", "Booked", new BookingId("b-1"), NOON));
    var telling = CrmJobs.telling(jobs.get(1));
    assertThat(telling.target()).isEqualTo("all");
    assertThat(telling.event().id()).isEqualTo("e-1");
    assertThat(telling.event().body())
        .contains("\"type\":\"booking.booking-made\"", "\"fetch\":\"/bookings/b-1\"");
  }

  @Test
  void calls_reports_and_leads_are_written_too() {
    assertThat(CrmJobs.subjects(jobs(BOTH, "call.ended", "c-1").getFirst()))
        .containsExactly(new CrmSubject.OfCall(new CallId("c-1")));
    assertThat(CrmJobs.subjects(jobs(BOTH, "report.made", "c-1").getFirst()))
        .containsExactly(new CrmSubject.OfCall(new CallId("c-1")));
    assertThat(CrmJobs.subjects(jobs(BOTH, "lead.changed", "l-1").getFirst()))
        .containsExactly(new CrmSubject.OfLead("l-1"));
  }

  @Test
  void holds_are_told_but_not_written() {
    assertThat(jobs(BOTH, "booking.slot-held", "h-1"))
        .extracting(Job::kind)
        .containsExactly("webhook.send");
  }

  @Test
  void planned_twice_it_is_the_same_job() {
    assertThat(jobs(BOTH, "call.ended", "c-1"))
        .extracting(Job::id)
        .isEqualTo(jobs(BOTH, "call.ended", "c-1").stream().map(Job::id).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_replay_tells_the_same_event_under_another_job() {
    var event = CrmJobs.telling(jobs(BOTH, "call.ended", "c-1").get(1)).event();
    var replay = CrmJobs.replay(new OrgId("o"), "all", event, "again-1", NOON);
    assertThat(CrmJobs.telling(replay).event()).isEqualTo(event);
    assertThat(replay.id()).isNotEqualTo(jobs(BOTH, "call.ended", "c-1").get(1).id());
  }

  private static List<Job> jobs(CrmLink link, String kind, String key) {
    return new CrmReaction(_ -> link)
        .jobs(
            new OutboxEntry(
                "e-1", new OrgId("o"), kind, key, "{\"subject\":\"" + key + "\"}",
                new TraceId("0".repeat(32)), NOON));
  }

  private static WebhookTarget target(String name, Set<String> kinds) {
    return new WebhookTarget(
        name, URI.create("https://n8n.example.com/webhook/x"), new Secret("s"), kinds);
  }
}
