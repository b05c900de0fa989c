package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Transcript;
import org.junit.jupiter.api.Test;

/// Callers who speak of an appointment they have without saying `move`.
class StandingAppointmentCallsTest {
  private final PhoneCall call =
      PhoneCall.fromKnownNumber().standing("b1", "haircut", "ana", "2026-06-16T15:00");

  @Test
  void an_appointment_becomes_one_for_another_service_at_the_same_time() {
    assertThat(call.says("Please change my appointment to a colour"))
        .contains("your haircut on Tuesday, June 16th at three PM becomes a colour on Tuesday");
    assertThat(call.says("yes please")).contains("All done");

    assertThat(call.rows()).containsExactly("colour ana 2026-06-16T15:00 Dana Whitfield");
    assertThat(call.bookings().getFirst().id()).isEqualTo(new BookingId("b1"));
  }

  @Test
  void the_other_stylist_is_wanted_for_the_same_time() {
    assertThat(call.says("Could I have Ben instead of Ana for my appointment"))
        .contains("moves from", "with Ben");
    call.says("yes");

    assertThat(call.rows()).containsExactly("haircut ben 2026-06-16T15:00 Dana Whitfield");
  }

  @Test
  void who_comes_to_that_stylist_anyway_is_told_so() {
    assertThat(call.says("I'd like Ana for my appointment")).contains("already", "with Ana");
    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T15:00 Dana Whitfield");
  }

  @Test
  void coming_in_later_on_the_day_of_an_appointment_moves_it() {
    assertThat(call.says("Can I come in later on Tuesday?")).contains("I have");
    call.says("four o'clock", "yes");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T16:00 Dana Whitfield");
  }

  @Test
  void i_have_one_could_i_come_earlier() {
    call.says("I have a haircut on Tuesday, could I come an hour earlier", "yes");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T14:00 Dana Whitfield");
  }

  @Test
  void i_have_one_and_nothing_more_is_asked_about() {
    assertThat(call.says("Hi, I have an appointment on Tuesday")).contains("You have a haircut");
    call.says("Move it to Wednesday", "yes");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-17T15:00 Dana Whitfield");
  }

  @Test
  void of_two_the_other_one_was_meant() {
    call.standing("b2", "colour", "ana", "2026-06-18T11:00");

    call.says("Move my haircut to Friday at one");
    assertThat(call.says("No, not that one, I meant the colour"))
        .contains("your colour moves", "Friday, June 19th at one PM");
    call.says("yes");

    assertThat(call.rows()).contains("haircut ana 2026-06-16T15:00 Dana Whitfield")
        .anySatisfy(row -> assertThat(row).startsWith("colour").contains("2026-06-19T13:00"));
  }

  @Test
  void what_was_done_is_told_again_to_who_spoke_before_hearing_it() {
    call.says("Move my haircut to Wednesday at ten", "yes");

    var answer = call.respond(
        new Input.Said(new Transcript("please"), new Transcript(""), true));

    assertThat(answer).contains("All done: your haircut is now on Wednesday");
  }

  @Test
  void both_are_cancelled_one_after_the_other() {
    call.standing("b2", "colour", "ana", "2026-06-18T11:00");

    assertThat(call.says("I need to cancel both my appointments")).contains("Shall I cancel it?");
    assertThat(call.says("yes")).contains("is cancelled", "Shall I cancel it?");
    call.says("yes");

    assertThat(call.rows()).isEmpty();
  }
}
