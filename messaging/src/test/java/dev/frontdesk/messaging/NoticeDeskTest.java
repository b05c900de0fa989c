package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.BOOKING;
import static dev.frontdesk.messaging.Ana.DANA;
import static dev.frontdesk.messaging.Ana.ORG;
import static dev.frontdesk.messaging.Ana.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.messaging.MessageSenderContract.Next;
import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeDeskTest {
  private final Shop shop = new Shop();

  @Test
  void a_confirmation_tells_the_appointment_and_plans_the_reminders() {
    assertThat(send(Notice.CONFIRMATION)).isEqualTo(new Ok<>("accepted as SM1"));

    assertThat(shop.carrier.taken().getFirst().text().text().value())
        .startsWith("Maple Street Barbers: Haircut booked, Tue 3 Mar, 3:00 PM. Ref ")
        .contains(BookingCode.of(BOOKING).value());
    assertThat(shop.only().state()).isEqualTo(MessageState.ACCEPTED);
    assertThat(shop.only().draft().cost()).contains(Price.parse("0.0079 USD"));
    assertThat(shop.reminders).extracting(ReminderPlan.Reminder::at)
        .containsExactly(at("2026-03-02T15:00"), at("2026-03-03T13:00"));
    assertThat(shop.messages.consents(ORG, new Recipient.Handset(DANA))).hasSize(1);
  }

  @Test
  void the_same_errand_again_sends_nothing() {
    send(Notice.CONFIRMATION);
    send(Notice.CONFIRMATION);

    assertThat(shop.carrier.taken()).hasSize(1);
  }

  @Test
  void a_process_that_died_before_writing_down_the_answer_does_not_send_again() {
    shop.carrier.next(Next.DO_IT_AND_RESET);
    assertThat(failure(send(Notice.CONFIRMATION))).isInstanceOf(Failure.Unconfirmed.class);

    assertThat(send(Notice.CONFIRMATION)).isEqualTo(new Ok<>("found at the carrier as SM1"));
    assertThat(shop.carrier.taken()).hasSize(1);
    assertThat(shop.only().state()).isEqualTo(MessageState.ACCEPTED);
  }

  @Test
  void what_cannot_be_found_is_sent_again_only_once_it_can_no_longer_show_up() {
    shop.carrier.next(Next.RESET_UNDONE);
    send(Notice.CONFIRMATION);

    shop.clock.advance(Shop.SETTLE.minusSeconds(1));
    assertThat(failure(send(Notice.CONFIRMATION)))
        .isEqualTo(
            new Failure.Throttled(
                "it may still show up at the carrier", Duration.ofSeconds(1)));
    shop.clock.advance(Duration.ofSeconds(1));
    assertThat(send(Notice.CONFIRMATION)).isEqualTo(new Ok<>("accepted as SM1"));
    assertThat(shop.carrier.taken()).hasSize(1);
  }

  @Test
  void what_never_left_is_sent_again_at_once() {
    shop.carrier.next(Next.REFUSE_CONNECTION);
    assertThat(failure(send(Notice.CONFIRMATION))).isInstanceOf(Failure.Retryable.class);
    assertThat(send(Notice.CONFIRMATION)).isEqualTo(new Ok<>("accepted as SM1"));
  }

  @Test
  void a_confirmation_that_is_late_tells_of_the_move_and_the_move_is_not_told_twice() {
    shop.appointment =
        Optional.of(Ana.appointment(at("2026-03-04T10:00"), 2, Appointment.State.CONFIRMED));
    send(Notice.CONFIRMATION);

    var moved = new Errand(ORG, BOOKING, Notice.MOVED, Channel.SMS, "entry-2", 0, 0);
    assertThat(shop.notices.send(moved, shop.clock.instant()))
        .isEqualTo(new Ok<>("nothing to do: it was told already"));
    assertThat(shop.carrier.taken()).hasSize(1);
    assertThat(shop.carrier.taken().getFirst().text().text().value()).contains("Wed 4 Mar");
  }

  @Test
  void a_move_is_told_and_reminders_are_planned_anew() {
    send(Notice.CONFIRMATION);
    shop.appointment =
        Optional.of(Ana.appointment(at("2026-03-04T10:00"), 2, Appointment.State.CONFIRMED));
    var moved = new Errand(ORG, BOOKING, Notice.MOVED, Channel.SMS, "entry-2", 0, 0);
    shop.notices.send(moved, shop.clock.instant());

    assertThat(shop.carrier.taken().getLast().text().text().value())
        .contains("is now Wed 4 Mar, 10:00 AM");
    assertThat(shop.reminders).extracting(ReminderPlan.Reminder::at)
        .containsExactly(at("2026-03-03T10:00"), at("2026-03-04T08:00"));
  }

  @Test
  void a_cancelled_appointment_is_not_confirmed_any_more() {
    shop.appointment =
        Optional.of(Ana.appointment(at("2026-03-03T15:00"), 2, Appointment.State.CANCELLED));
    assertThat(send(Notice.CONFIRMATION))
        .isEqualTo(new Ok<>("nothing to do: it no longer stands"));
    send(Notice.CANCELLED);
    assertThat(shop.carrier.taken().getFirst().text().text().value()).contains("is called off");
    assertThat(shop.reminders).isEmpty();
  }

  @Test
  void nothing_is_sent_after_the_start() {
    shop.clock.set(at("2026-03-03T15:00"));
    assertThat(send(Notice.CONFIRMATION))
        .isEqualTo(new Ok<>("nothing to do: the appointment has begun"));
    assertThat(shop.carrier.taken()).isEmpty();
  }

  @Test
  void a_reminder_of_an_earlier_version_is_dropped_and_one_at_night_waits() {
    shop.clock.set(at("2026-03-02T21:00"));
    var old = new Errand(ORG, BOOKING, Notice.DAY_BEFORE, Channel.SMS, "r", 7, 0);
    assertThat(shop.notices.send(old, shop.clock.instant()).toString()).contains("it was moved");
    var reminder = new Errand(ORG, BOOKING, Notice.DAY_BEFORE, Channel.SMS, "r", 1, 0);
    assertThat(failure(shop.notices.send(reminder, shop.clock.instant())))
        .isEqualTo(new Failure.Throttled("quiet hours", Duration.ofHours(11)));
    shop.clock.set(at("2026-03-03T14:31"));
    assertThat(shop.notices.send(reminder, shop.clock.instant()).toString())
        .contains("too soon for a reminder");
  }

  @Test
  void a_landline_is_told_clearly_and_the_mail_goes_out_with_an_invitation() {
    shop.carrier.refuse(DANA, Refusal.NOT_MOBILE);
    assertThat(send(Notice.CONFIRMATION).toString())
        .contains("the number is no mobile: it takes no text").contains("by mail instead");

    assertThat(shop.alarms.get("message.undelivered"))
        .contains("the number is no mobile").contains("goes by mail instead")
        .doesNotContain(DANA.e164());
    shop.notices.send(shop.planned.getFirst(), shop.clock.instant());
    var mail = shop.carrier.mails().getFirst();
    assertThat(mail.subject().value()).isEqualTo("Booked: Haircut, Tue 3 Mar, 3:00 PM");
    assertThat(mail.text().value()).contains("https://desk.example.com/m/");
    assertThat(mail.invite().orElseThrow().method()).isEqualTo(Invite.Method.REQUEST);
    assertThat(shop.planned).as("the same mail whoever asks for it").hasSize(1);
  }

  @Test
  void without_a_mailbox_somebody_must_call() {
    shop.appointment =
        Optional.of(
            Ana.with(
                Ana.appointment("2026-03-03T15:00"), Optional.of(DANA), Optional.empty()));
    shop.carrier.refuse(DANA, Refusal.NOT_MOBILE);
    send(Notice.CONFIRMATION);
    assertThat(shop.alarms.get("message.undelivered")).contains("call them");
    assertThat(shop.planned).isEmpty();
  }

  @Test
  void who_opted_out_at_the_carrier_is_on_our_list_from_then_on() {
    shop.carrier.refuse(DANA, Refusal.OPTED_OUT);
    send(Notice.CONFIRMATION);
    assertThat(shop.messages.suppressions(ORG, 10)).hasSize(1);
    send(Notice.CANCELLED);
    assertThat(shop.carrier.taken()).isEmpty();
  }

  @Test
  void a_budget_that_is_used_up_raises_an_alarm_and_mail_takes_over() {
    shop.profile = Shop.profile(Optional.of(Price.parse("0.007 USD")));
    assertThat(send(Notice.CONFIRMATION))
        .isEqualTo(new Ok<>("by mail: the budget for texts is used up"));
    assertThat(shop.alarms.get("message.budget"))
        .isEqualTo("The month's budget for texts is used up: 0 USD spent. Raise messages.budget.");
    assertThat(shop.planned.getFirst().channel()).isEqualTo(Channel.MAIL);
  }

  @Test
  void an_unreachable_handset_is_tried_twice_more() {
    shop.carrier.refuse(DANA, Refusal.UNREACHABLE);
    send(Notice.CONFIRMATION);
    shop.notices.send(shop.planned.get(0), shop.clock.instant());
    shop.notices.send(shop.planned.get(1), shop.clock.instant());

    assertThat(shop.planned).extracting(Errand::channel)
        .containsExactly(Channel.SMS, Channel.SMS, Channel.MAIL);
    assertThat(shop.plannedAt.get(0)).isEqualTo(shop.clock.instant().plusSeconds(120));
    assertThat(shop.plannedAt.get(1)).isEqualTo(shop.clock.instant().plusSeconds(240));
  }

  private ProviderResult<String> send(Notice notice) {
    return shop.notices.send(shop.errand(notice), shop.clock.instant());
  }

  private static Failure failure(ProviderResult<String> result) {
    return ((Failed<String>) result).failure();
  }
}
