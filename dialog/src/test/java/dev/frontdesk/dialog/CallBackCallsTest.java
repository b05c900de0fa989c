package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.voice.spi.Agent.Input;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A call back is promised only to a number.
class CallBackCallsTest {
  private static final PhoneNumber OTHER = new PhoneNumber("+14155550199");
  private static final String PROMISE = "somebody calls you back";

  @Test
  void the_number_a_caller_rings_from_is_promised_a_call_at_once() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("please call me back")).contains(PROMISE, "nything else");
    assertThat(promised(call)).containsExactly(PhoneCall.CALLER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"please call me back", "I'd like to speak to a person please"})
  void without_a_number_one_is_asked_for_and_read_back(String wish) {
    var call = PhoneCall.withheld();

    assertThat(call.says(wish)).contains("number to call you back on?").doesNotContain(PROMISE);
    assertThat(call.next)
        .isInstanceOfSatisfying(
            Next.Listen.class,
            listen -> {
              assertThat(listen.hint().detail()).isEqualTo(AskedDetail.PHONE_NUMBER);
              assertThat(listen.keys()).isEqualTo(new KeyPlan(16, '#'));
            });
    assertThat(call.says("it's four one five, double five five, oh one two three"))
        .contains("4 1 5, 5 5 5, 0 1 2 3")
        .doesNotContain(PROMISE);
    assertThat(promised(call)).isEmpty();
    assertThat(call.says("yes that's right")).contains(PROMISE, "nything else");
    assertThat(promised(call)).containsExactly(PhoneCall.CALLER);
  }

  @Test
  void keys_will_do() {
    var call = PhoneCall.withheld();

    assertThat(call.presses("0")).contains("Nobody is free to talk right now, but somebody can");
    assertThat(call.presses("4155550123")).contains("4 1 5, 5 5 5, 0 1 2 3", "Press 1 for yes");
    assertThat(call.presses("1")).contains(PROMISE);
    assertThat(promised(call)).containsExactly(PhoneCall.CALLER);
  }

  @Test
  void who_was_not_put_through_is_asked_too() {
    var call = PhoneCall.withheld();

    assertThat(call.respond(new Input.NotPutThrough()))
        .contains("nobody could come to the phone", "number to call you back on?")
        .doesNotContain(PROMISE);
    call.says("four one five, five five five, oh one two three");
    call.says("yes");

    assertThat(promised(call)).containsExactly(PhoneCall.CALLER);
  }

  @Test
  void a_number_understood_wrongly_is_given_again() {
    var call = PhoneCall.withheld();

    call.says("call me back", "four one five, five five five, oh one two three");
    assertThat(call.says("no")).contains("number to call you back on").doesNotContain(PROMISE);
    assertThat(call.says("four one five, five five five, oh one nine nine"))
        .contains("0 1 9 9");
    call.says("yes");

    assertThat(promised(call)).containsExactly(OTHER);
  }

  @Test
  void a_number_may_be_set_right_at_the_read_back() {
    var call = PhoneCall.withheld();

    call.says("call me back", "four one five, five five five, oh one two three");
    assertThat(call.says("no, it's four one five, five five five, oh one nine nine"))
        .contains("4 1 5, 5 5 5, 0 1 9 9");
    call.says("correct");

    assertThat(promised(call)).containsExactly(OTHER);
  }

  @Test
  void another_number_than_the_one_rung_from_is_read_back_as_well() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("call me back on four one five, five five five, oh one nine nine"))
        .contains("0 1 9 9");
    call.says("yes please");

    assertThat(promised(call)).containsExactly(OTHER);
  }

  @Test
  void a_number_given_for_a_booking_is_read_back_before_a_call_is_promised() {
    var call = PhoneCall.withheld();

    call.says("a haircut next Tuesday at three for Dana", "415 555 0123");
    assertThat(call.says("actually, just call me back"))
        .contains("4 1 5, 5 5 5, 0 1 2 3")
        .doesNotContain(PROMISE);
    call.says("yes");

    assertThat(promised(call)).containsExactly(PhoneCall.CALLER);
  }

  @Test
  void what_is_no_number_is_asked_for_again_and_then_nothing_is_promised() {
    var call = PhoneCall.withheld();

    call.says("call me back");
    assertThat(call.says("five five five")).contains("too short", "digit by digit");
    assertThat(call.says("blue")).contains("also key it in");
    assertThat(call.says("green"))
        .contains("Without a number I'm afraid nobody can call you back.", "nything else");
    assertThat(promised(call)).isEmpty();
    assertThat(call.says("a haircut next Tuesday at three for Dana")).contains("phone number");
  }

  @Test
  void who_will_not_give_a_number_is_promised_nothing() {
    var call = PhoneCall.withheld();

    call.says("call me back");
    assertThat(call.says("no thanks")).contains("nobody can call you back", "nything else");
    assertThat(promised(call)).isEmpty();
  }

  @Test
  void the_number_one_rings_from_cannot_be_taken_when_it_is_withheld() {
    var call = PhoneCall.withheld();

    call.says("call me back");
    assertThat(call.says("the number I'm calling from"))
        .contains("can't see the number", "to call you back on");
  }

  @Test
  void a_question_in_between_is_answered_and_a_booking_goes_ahead() {
    var call = PhoneCall.withheld();

    call.says("call me back");
    assertThat(call.says("what are your opening hours"))
        .contains("We are open", "number to call you back on?");
    assertThat(call.says("a haircut next Tuesday at three for Dana")).contains("phone number");
    call.says("four one five, five five five, oh one two three");
    call.says("yes");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T15:00 Dana");
    assertThat(promised(call)).isEmpty();
  }

  private static List<PhoneNumber> promised(PhoneCall call) {
    return call.events.stream()
        .filter(event -> event instanceof DialogEvent.Escalated(var how, _)
            && how.equals("call-back"))
        .map(event -> ((DialogEvent.Escalated) event).callBack().orElseThrow())
        .toList();
  }
}
