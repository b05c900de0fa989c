package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.MessageStore.Allowance;
import dev.frontdesk.messaging.MessageStore.Intent;
import dev.frontdesk.messaging.MessageStore.Particulars;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store of messages does.
public abstract class MessageStoreContract {
  protected static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Allowance AMPLE = new Allowance(Optional.empty(), 100);

  private final OrgId org = newOrganisation();
  private final BookingId booking = new BookingId("booking-1");
  private final Recipient dana = new Recipient.Handset(new PhoneNumber("+14155550123"));

  /// One without messages.
  protected abstract OrgId newOrganisation();

  protected abstract MessageStore messages();

  protected abstract ContactStore contacts();

  @Test
  void an_intent_stands_before_anything_is_sent() {
    var ready = (Intent.Ready) intend("a", 0, AMPLE, NOW);

    assertThat(ready.message().state()).isEqualTo(MessageState.INTENDED);
    assertThat(ready.message().attempts()).isEqualTo(1);
    assertThat(ready.message().uncertain()).isTrue();
    assertThat(messages().find(org, id("a"))).contains(ready.message());
    assertThat(messages().ofBooking(org, booking)).containsExactly(ready.message());
    assertThat(messages().lastTo(org, dana)).contains(ready.message());
  }

  @Test
  void two_who_work_on_one_message_do_not_both_send_it() {
    intend("a", 0, AMPLE, NOW);

    assertThat(intend("a", 0, AMPLE, NOW)).isEqualTo(new Intent.Taken());
    assertThat(intend("a", 1, AMPLE, NOW.plusSeconds(60)))
        .isInstanceOfSatisfying(
            Intent.Ready.class, again -> assertThat(again.message().attempts()).isEqualTo(2));
    assertThat(intend("a", 1, AMPLE, NOW)).isEqualTo(new Intent.Taken());
  }

  @Test
  void what_was_taken_by_the_carrier_is_never_intended_again() {
    intend("a", 0, AMPLE, NOW);
    messages().move(org, id("a"), MessageEvent.ACCEPT, sid("SM1"), NOW);

    assertThat(intend("a", 1, AMPLE, NOW)).isEqualTo(new Intent.Taken());
    assertThat(messages().known(org, Set.of("SM1", "SM2"))).containsExactly("SM1");
  }

  @Test
  void an_attempt_that_surely_failed_leaves_no_doubt() {
    intend("a", 0, AMPLE, NOW);
    messages().standDown(org, id("a"));

    var message = messages().find(org, id("a")).orElseThrow();
    assertThat(message.uncertain()).isFalse();
    assertThat(message.open()).isTrue();
  }

  @Test
  void reports_move_it_forward_only_and_each_time_is_kept() {
    intend("a", 0, AMPLE, NOW);
    move(MessageEvent.REPORT_DELIVERED, 3);
    var late = messages().move(org, id("a"), MessageEvent.REPORT_SENT, sid("SM1"), at(4));
    var answer = messages().move(org, id("a"), MessageEvent.ACCEPT, sid("SM1"), at(5));

    assertThat(late.orElseThrow().changed()).isFalse();
    assertThat(answer.orElseThrow().changed()).isFalse();
    var message = messages().find(org, id("a")).orElseThrow();
    assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    assertThat(message.times().deliveredAt()).contains(at(3));
    assertThat(message.providerId()).contains("SM1");
    assertThat(messages().move(org, id("b"), MessageEvent.ACCEPT, sid("SM1"), NOW)).isEmpty();
  }

  @Test
  void a_lost_one_says_why_and_when() {
    intend("a", 0, AMPLE, NOW);
    messages().move(
        org, id("a"), MessageEvent.REPORT_UNDELIVERED, Particulars.problem("a landline"), at(9));

    var message = messages().find(org, id("a")).orElseThrow();
    assertThat(message.problem()).contains("a landline");
    assertThat(message.times().lostAt()).contains(at(9));
  }

  @Test
  void the_budget_of_a_month_is_never_exceeded_and_begins_anew_with_the_next() {
    var tight = new Allowance(Optional.of(new Price(20_000, USD)), 100);
    assertThat(intend("a", 0, tight, NOW)).isInstanceOf(Intent.Ready.class);
    assertThat(intend("b", 0, tight, NOW)).isInstanceOf(Intent.Ready.class);
    assertThat(intend("c", 0, tight, NOW))
        .isEqualTo(new Intent.OverBudget(new Price(16_000, USD)));
    assertThat(messages().find(org, id("c"))).isEmpty();
    assertThat(intend("c", 0, tight, NOW.plus(Duration.ofDays(31))))
        .isInstanceOf(Intent.Ready.class);
  }

  @Test
  void an_attempt_more_costs_nothing_more_and_what_was_refused_nothing_at_all() {
    var tight = new Allowance(Optional.of(new Price(10_000, USD)), 100);
    intend("a", 0, tight, NOW);
    assertThat(intend("a", 1, tight, NOW)).isInstanceOf(Intent.Ready.class);
    messages().move(org, id("a"), MessageEvent.REFUSE, Particulars.problem("no"), NOW);
    assertThat(intend("b", 0, tight, NOW)).isInstanceOf(Intent.Ready.class);
  }

  @Test
  void what_the_carrier_bills_takes_the_place_of_what_was_expected() {
    intend("a", 0, AMPLE, NOW);
    messages().move(
        org, id("a"), MessageEvent.REPORT_SENT,
        new Particulars(
            Optional.of("SM1"), Optional.empty(), Optional.of(3),
            Optional.of(new Price(30_000, USD))),
        NOW);
    var tight = new Allowance(Optional.of(new Price(32_000, USD)), 100);
    assertThat(messages().find(org, id("a")).orElseThrow().draft().segments()).isEqualTo(3);
    assertThat(intend("b", 0, tight, NOW))
        .isEqualTo(new Intent.OverBudget(new Price(30_000, USD)));
  }

  @Test
  void a_sender_keeps_its_rate_after_a_second_of_grace() {
    var two = new Allowance(Optional.empty(), 2);
    assertThat(intend("a", 0, two, NOW)).isInstanceOf(Intent.Ready.class);
    assertThat(intend("b", 0, two, NOW)).isInstanceOf(Intent.Ready.class);
    assertThat(intend("c", 0, two, NOW))
        .isEqualTo(new Intent.TooFast(Duration.ofMillis(500)));
    assertThat(intend("c", 0, two, NOW.plusMillis(499))).isInstanceOf(Intent.TooFast.class);
    assertThat(intend("c", 0, two, NOW.plusMillis(500))).isInstanceOf(Intent.Ready.class);
  }

  @Test
  void who_refused_is_not_written_to_and_the_refusal_stands_in_the_row() {
    contacts().suppress(org, dana, Optional.empty(), "reply", NOW);

    assertThat(intend("a", 0, AMPLE, NOW)).isEqualTo(new Intent.Suppressed());
    assertThat(messages().find(org, id("a")).orElseThrow().state())
        .isEqualTo(MessageState.WITHHELD);
    contacts().lift(org, dana, "reply", NOW.plusSeconds(1));
    assertThat(intend("b", 0, AMPLE, NOW)).isInstanceOf(Intent.Ready.class);
  }

  @Test
  void refusing_reminders_leaves_the_rest() {
    contacts().suppress(org, dana, Optional.of(Purpose.REMINDER), "reply", NOW);

    assertThat(messages().intend(org, id("r"), draft(Notice.DAY_BEFORE), 0, AMPLE, NOW))
        .isEqualTo(new Intent.Suppressed());
    assertThat(intend("a", 0, AMPLE, NOW)).isInstanceOf(Intent.Ready.class);
  }

  @Test
  void another_organisation_sees_and_suffers_nothing_of_it() {
    contacts().suppress(org, dana, Optional.empty(), "reply", NOW);
    var other = newOrganisation();

    assertThat(messages().intend(other, id("a"), draft(Notice.CONFIRMATION), 0, AMPLE, NOW))
        .isInstanceOf(Intent.Ready.class);
    assertThat(messages().ofBooking(org, booking)).isEmpty();
  }

  @Test
  void the_first_response_counts_for_the_wording_that_was_answered() {
    intend("a", 0, AMPLE, NOW);
    messages().move(org, id("a"), MessageEvent.ACCEPT, sid("SM1"), NOW);
    move(MessageEvent.REPORT_DELIVERED, 2);
    messages().responded(org, booking, "confirmed");
    messages().responded(org, booking, "opted-out");

    assertThat(messages().find(org, id("a")).orElseThrow().response()).contains("confirmed");
    assertThat(messages().variants(org))
        .containsExactly(
            new MessageStore.VariantFigures(
                Notice.CONFIRMATION, Channel.SMS, "ours", 1, 1, 1, 0));
  }

  private void move(MessageEvent event, int second) {
    messages().move(org, id("a"), event, sid("SM1"), at(second));
  }

  private Intent intend(String id, int seen, Allowance allowance, Instant now) {
    return messages().intend(org, id(id), draft(Notice.CONFIRMATION), seen, allowance, now);
  }

  private Message.Draft draft(Notice notice) {
    return new Message.Draft(
        booking, 1, notice, 0, dana, "+14155550100", "ours", new MessageText("Booked."), 1,
        Optional.of(new Price(8_000, USD)));
  }

  private static MessageId id(String name) {
    return MessageId.of(name);
  }

  private static Instant at(int second) {
    return NOW.plusSeconds(second);
  }

  private static Particulars sid(String sid) {
    return Carriage.accepted(sid, 0);
  }
}
