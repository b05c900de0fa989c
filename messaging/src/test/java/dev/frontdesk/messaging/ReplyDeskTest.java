package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.BOOKING;
import static dev.frontdesk.messaging.Ana.DANA;
import static dev.frontdesk.messaging.Ana.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyDeskTest {
  private final Shop shop = new Shop();

  @BeforeEach
  void a_confirmation_was_sent() {
    shop.notices.send(shop.errand(Notice.CONFIRMATION), shop.clock.instant());
  }

  @Test
  void r_is_answered_with_a_link_for_this_booking() {
    var answer = receive("SM10", "R").orElseThrow().value();
    var token = answer.substring(answer.indexOf("/m/") + 3);
    assertThat(shop.links.read(token, shop.clock.instant()))
        .isInstanceOfSatisfying(
            ChangeLinks.Reading.Valid.class,
            valid -> assertThat(valid.target().booking()).isEqualTo(BOOKING));
    assertThat(shop.only().response()).contains("wants-change");
  }

  @Test
  void x_calls_it_off_once_however_often_the_carrier_brings_it() {
    assertThat(receive("SM10", "X")).isEmpty();
    assertThat(receive("SM10", "X")).isEmpty();
    assertThat(shop.calledOff).containsExactly(BOOKING.value() + " text:SM10");
  }

  @Test
  void a_sentence_that_may_mean_it_gets_a_link_and_calls_nothing_off() {
    assertThat(receive("SM10", "can't make it").orElseThrow().value()).contains("/m/");
    assertThat(shop.calledOff).isEmpty();
  }

  @Test
  void too_late_is_said() {
    shop.callOff = AppointmentChanges.Outcome.TOO_LATE;
    assertThat(receive("SM10", "X").orElseThrow().value()).contains("too late");
  }

  @Test
  void stop_ends_all_texts_and_the_carrier_answers() {
    assertThat(receive("SM10", "STOP")).isEmpty();
    var cancelled = new Errand(ORG, BOOKING, Notice.MOVED, Channel.SMS, "entry-2", 0, 0);
    shop.appointment =
        Optional.of(
            Ana.appointment(
                Ana.at("2026-03-04T10:00"), 2,
                Appointment.State.CONFIRMED));
    assertThat(shop.notices.send(cancelled, shop.clock.instant()).toString())
        .contains("they asked for no more texts; sent by mail");
    assertThat(shop.carrier.taken()).hasSize(1);
    assertThat(receive("SM11", "START")).isEmpty();
    assertThat(shop.messages.suppressions(ORG, 10)).isEmpty();
  }

  @Test
  void an_opt_out_in_other_words_is_confirmed_once() {
    assertThat(receive("SM10", "please stop texting me").orElseThrow().value())
        .isEqualTo("You get no more texts from Maple Street Barbers."
            + " Reply START to get them again.");
  }

  @Test
  void cancel_makes_somebody_ask_what_was_meant() {
    receive("SM10", "CANCEL");
    assertThat(shop.alarms.get("message.reply")).contains("may have meant the appointment");
    assertThat(shop.calledOff).isEmpty();
  }

  @Test
  void two_machines_that_answer_one_another_stop() {
    for (int i = 0; i < 5; i++) {
      assertThat(receive("SM1" + i, "R")).isPresent();
    }
    assertThat(receive("SM16", "R")).isEmpty();
  }

  @Test
  void what_nobody_understands_is_for_a_person() {
    assertThat(receive("SM10", "Can I bring my dog?")).isEmpty();
    assertThat(shop.alarms.get("message.reply")).contains("/messages/inbox");
    assertThat(shop.messages.inbox(ORG, 5).getFirst().meaning()).isEqualTo("other");
  }

  @Test
  void a_stranger_has_no_appointment() {
    var text =
        new InboundText(
            ORG, "SM10", new PhoneNumber("+14155559999"), new Transcript("X"),
            InboundText.Signed.NO);
    assertThat(shop.replies.receive(text, shop.clock.instant()).orElseThrow().value())
        .contains("no coming appointment");
  }

  private Optional<MessageText> receive(String id, String text) {
    return shop.replies.receive(
        new InboundText(ORG, id, DANA, new Transcript(text), InboundText.Signed.NO),
        shop.clock.instant());
  }
}
