package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageReactionTest {
  private static final OrgId ORG = new OrgId("maple");
  private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
  private static final Instant START = Instant.parse("2026-03-03T23:00:00Z");
  private final MessageReaction reaction =
      new MessageReaction(ORG::equals, Duration.ofMinutes(5));

  @Test
  void a_booking_is_confirmed_at_once_and_looked_after_five_minutes_later() {
    var jobs = jobs("booking.booking-made", START);

    assertThat(jobs).extracting(Job::kind).containsExactly("message.send", "message.check");
    assertThat(jobs.getFirst().dueAt()).isEqualTo(NOW);
    assertThat(jobs.getFirst().deadline()).as("no 'booked' after the start").contains(START);
    assertThat(jobs.getLast().dueAt()).isEqualTo(NOW.plusSeconds(300));
    assertThat(MessageErrands.of(jobs.getFirst()).notice()).isEqualTo(Notice.CONFIRMATION);
  }

  @Test
  void each_change_has_its_notice() {
    assertThat(notice("booking.booking-moved")).contains(Notice.MOVED);
    assertThat(notice("booking.booking-cancelled")).contains(Notice.CANCELLED);
    assertThat(notice("booking.slot-held")).isEmpty();
    assertThat(notice("call.ended")).isEmpty();
  }

  @Test
  void the_same_entry_makes_the_same_jobs_and_the_same_message() {
    var entry = entry("booking.booking-made", START, ORG);
    assertThat(reaction.jobs(entry)).isEqualTo(reaction.jobs(entry));
  }

  @Test
  void an_organisation_that_writes_to_nobody_has_no_jobs() {
    assertThat(reaction.jobs(entry("booking.booking-made", START, new OrgId("other")))).isEmpty();
  }

  @Test
  void a_booking_entered_after_the_fact_has_no_deadline_that_is_past() {
    assertThat(jobs("booking.booking-made", NOW.minusSeconds(60)).getFirst().deadline()).isEmpty();
  }

  @Test
  void a_payload_holds_ids_and_nothing_personal() {
    assertThat(jobs("booking.booking-made", START).getFirst().payload())
        .isEqualTo(
            "{\"booking\":\"b1\",\"notice\":\"confirmation\",\"channel\":\"SMS\","
                + "\"cause\":\"entry-1\",\"version\":0,\"repeat\":0}");
  }

  private Optional<Notice> notice(String kind) {
    return jobs(kind, START).stream().findFirst().map(job -> MessageErrands.of(job).notice());
  }

  private List<Job> jobs(String kind, Instant start) {
    return reaction.jobs(entry(kind, start, ORG));
  }

  private static OutboxEntry entry(String kind, Instant start, OrgId org) {
    return new OutboxEntry(
        "entry-1", org, kind, "b1",
        "{\"subject\":\"b1\",\"slot\":{\"start\":\"%s\",\"end\":\"%s\"}}"
            .formatted(start, start.plusSeconds(1800)),
        new TraceId("0".repeat(32)), NOW);
  }
}
