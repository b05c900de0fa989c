package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Friday, 12 June 2026, nine in the morning.
class WholeCallsTest {
  private static final PhoneNumber OTHER = new PhoneNumber("+14155550999");

  @Test
  void everything_in_one_breath_needs_one_yes() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("a haircut next Tuesday at three for Dana"))
        .contains("Let me read that back: a haircut on Tuesday, June 16th at three PM, for Dana");
    assertThat(call.rows()).isEmpty();
    assertThat(call.says("yes please")).contains("You're booked", "nything else");
    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T15:00 Dana");
    assertThat(call.says("no thanks, bye")).contains("Goodbye");
    assertThat(call.next).isInstanceOf(Next.HangUp.class);
  }

  @Test
  void details_come_in_any_order() {
    var call = PhoneCall.withheld();

    call.says("hi, it's Dana Whitfield");
    call.says("Thursday please");
    call.says("at half past one");
    assertThat(call.says("a colour")).contains("phone number");
    assertThat(call.says("four one five, double five five, oh one two three"))
        .contains("a colour on Thursday, June 18th at one thirty PM, for Dana Whitfield");
    call.says("go ahead");

    assertThat(call.rows()).containsExactly("colour ana 2026-06-18T13:30 Dana Whitfield");
    assertThat(call.bookings().getFirst().customer().phone()).contains(PhoneCall.CALLER);
  }

  @Test
  void a_wish_that_cannot_be_had_brings_the_nearest_instead() {
    var call = PhoneCall.fromKnownNumber()
        .standing("x1", "haircut", "ana", "2026-06-16T15:00", OTHER)
        .standing("x2", "haircut", "ben", "2026-06-16T15:00", OTHER);

    assertThat(call.says("haircut on Tuesday at three, my name is Jo March"))
        .contains("is taken", "Instead", "two thirty PM", "three thirty PM");
    assertThat(call.says("Then the next one after that")).contains("at three thirty PM");
    call.says("sounds good");

    assertThat(call.rows()).contains("haircut ana 2026-06-16T15:30 Jo March");
  }

  @Test
  void no_wait_thursday_keeps_the_time() {
    var call = PhoneCall.fromKnownNumber();

    call.says("a haircut on Tuesday at three for Dana Whitfield");
    assertThat(call.says("No wait, Thursday")).contains("Thursday, June 18th at three PM");
    assertThat(call.says("yes but make it four")).contains("Thursday, June 18th at four PM");
    call.says("perfect");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-18T16:00 Dana Whitfield");
  }

  @Test
  void two_wishes_in_one_breath_are_done_one_after_the_other() {
    var call = PhoneCall.fromKnownNumber().standing("b1", "haircut", "ana", "2026-06-16T15:00");

    assertThat(call.says("Hi, can you move my haircut to Wednesday at ten, and get me a colour on"
        + " Thursday at half past one?")).contains("moves", "Wednesday, June 17th at ten AM");
    assertThat(call.says("yes please")).contains("All done", "a colour", "one thirty PM");
    call.says("yes please");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-17T10:00 Dana Whitfield",
        "colour ana 2026-06-18T13:30 Dana Whitfield");
    assertThat(call.bookings().getFirst().id()).isEqualTo(new BookingId("b1"));
  }

  @Test
  void one_of_several_appointments_is_cancelled() {
    var call = PhoneCall.fromKnownNumber()
        .standing("b1", "haircut", "ana", "2026-06-16T15:00")
        .standing("b2", "haircut", "ben", "2026-06-18T11:00");

    assertThat(call.says("I need to cancel my haircut")).contains("Which one");
    assertThat(call.says("the one on Thursday")).contains("Shall I cancel");
    assertThat(call.says("yes")).contains("cancelled");

    assertThat(call.bookings().getLast().status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(call.rows()).hasSize(1);
  }

  @Test
  void a_no_leaves_everything_as_it_was() {
    var call = PhoneCall.fromKnownNumber().standing("b1", "haircut", "ana", "2026-06-16T15:00");

    call.says("cancel my appointment please");
    assertThat(call.says("no, keep it")).contains("stays as it is");

    assertThat(call.rows()).hasSize(1);
  }

  @Test
  void questions_in_between_lose_nothing() {
    var call = PhoneCall.fromKnownNumber();

    call.says("a haircut on Tuesday at three");
    assertThat(call.says("is there parking?")).contains("Behind the shop", "name");
    assertThat(call.says("are you open on Saturday?")).contains("Saturday", "from ten AM", "name");
    assertThat(call.says("Dana Whitfield")).contains("Tuesday, June 16th at three PM");
  }

  @Test
  void keys_alone_make_a_booking() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.isSilent(1)).contains("still there", "ress 1 to book");
    assertThat(call.presses("1")).contains("ress 1 for Haircut");
    assertThat(call.presses("1")).contains("ress 1 for Friday", "press 9 for other times");
    assertThat(call.presses("2")).contains("Press 1 for yes");
    assertThat(call.presses("1")).contains("You're booked");
    assertThat(call.rows()).containsExactly("haircut ana 2026-06-13T10:00 Caller 0123");
  }

  @Test
  void three_silences_end_the_call() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.isSilent(1)).contains("still there");
    assertThat(call.isSilent(2)).contains("still there");
    assertThat(call.isSilent(3)).contains("Goodbye");
    assertThat(call.next).isInstanceOf(Next.HangUp.class);
  }

  @Test
  void a_caller_who_hangs_up_leaves_neither_booking_nor_hold() {
    var call = PhoneCall.fromKnownNumber();
    call.says("a haircut on Tuesday at three for Dana Whitfield");
    assertThat(call.events).anyMatch(DialogEvent.Held.class::isInstance);

    call.hangsUp();

    assertThat(call.rows()).isEmpty();
    assertThat(call.shop.bookings.heldBy(dev.frontdesk.booking.MapleStreet.ORG,
        dev.frontdesk.booking.MapleStreet.CALL, call.shop.clock.instant())).isEmpty();
  }

  @Test
  void who_asks_for_a_moment_gets_it() {
    var call = PhoneCall.fromKnownNumber();
    call.says("a haircut");

    call.says("hold on, let me check my calendar");

    assertThat(call.next).isInstanceOfSatisfying(Next.Listen.class,
        listen -> assertThat(listen.waiting()).isTrue());
  }

  @Test
  void past_days_are_refused_politely() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("a haircut on June 1st at ten")).contains("already passed");
  }

  @Test
  void after_two_failed_questions_a_person_is_offered() {
    var call = PhoneCall.fromKnownNumber();
    call.says("I'd like an appointment");
    call.says("blue", "green");

    assertThat(call.says("red")).contains("speak to a person", "call you back");
  }

  @Test
  void a_bad_number_is_refused_with_a_reason() {
    var call = PhoneCall.withheld();
    call.says("a haircut on Tuesday at three for Dana Whitfield");

    assertThat(call.says("five five five")).contains("too short", "phone number");
    assertThat(call.says("four one five five five five oh one two three")).contains("read that");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "yes", "yeah", "yep that's right", "correct", "sure", "sounds good", "perfect", "go ahead",
    "please do", "that works for me", "okay book it", "absolutely", "yes please thank you",
    "mm-hmm", "that would be great", "you got it", "uh huh", "great, thanks", "yes, go for it",
    "Tuesday at three, yes", "I'd love that", "lovely", "fine by me", "that's the one"
  })
  void all_of_these_are_a_yes(String words) {
    var call = PhoneCall.fromKnownNumber();
    call.says("a haircut on Tuesday at three for Dana Whitfield");

    call.says(words);

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T15:00 Dana Whitfield");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "no", "nope", "no that's wrong", "that's not right", "not quite", "wait", "hmm", "no thanks",
    "I don't think so", "never mind", "hold on", "what was that?", "is there parking?",
    "cancel that",
    "forget it", "no, Wednesday", "can you say that again", "um", "not Dana, Dena"
  })
  void none_of_these_is(String words) {
    var call = PhoneCall.fromKnownNumber();
    call.says("a haircut on Tuesday at three for Dana Whitfield");

    call.says(words);

    assertThat(call.rows()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          haircut Monday at 10 and another one Friday at 10 | 2026-06-15T10:00 | 2026-06-19T10:00
          haircut on Tuesday at 3 for me and one at 4 for him | 2026-06-16T15:00 | 2026-06-16T16:00
          a haircut Tuesday at 3 and one at 3 30 | 2026-06-16T15:00 | 2026-06-16T15:30
          a haircut Tuesday at 9 and a colour at 1 | 2026-06-16T09:00 | 2026-06-16T13:00
          haircuts Tuesday at two and Friday at four | 2026-06-16T14:00 | 2026-06-19T16:00
          """)
  void two_appointments_in_one_breath_are_two_bookings(String words, String first, String second) {
    var call = PhoneCall.fromKnownNumber();

    call.says(words, "Dana Whitfield", "yes", "yes");

    assertThat(call.rows()).hasSize(2);
    assertThat(call.rows().getFirst()).contains(first);
    assertThat(call.rows().getLast()).contains(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "an hour earlier", "Could I come an hour earlier on Tuesday?",
    "can we make my appointment an hour earlier"
  })
  void earlier_is_meant_from_where_the_appointment_stands(String words) {
    var call = PhoneCall.fromKnownNumber().standing("b1", "haircut", "ana", "2026-06-16T15:00");

    call.says(words, "yes");

    assertThat(call.rows()).hasSize(1).first().asString().contains("2026-06-16T14:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "a haircut on the 31st of February at two", "haircut June 31st at two",
    "a haircut at two on thirty first of June"
  })
  void a_day_that_no_calendar_has_is_refused(String words) {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says(words)).contains("no such date", "day");
    assertThat(call.says("Tuesday", "Dana Whitfield")).contains("Tuesday, June 16th at two PM");
  }

  @Test
  void what_is_booked_after_a_cancellation_needs_no_service_before_it() {
    var call = PhoneCall.fromKnownNumber().standing("b1", "haircut", "ana", "2026-06-16T15:00");

    call.says("Please cancel my appointment and book me a colour on Wednesday at one");
    call.says("yes", "yes");

    assertThat(call.rows()).containsExactly("colour ana 2026-06-17T13:00 Dana Whitfield");
  }

  @Test
  void a_day_said_once_is_meant_for_both_services() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("a haircut and a colour on Tuesday")).contains("Tuesday, June 16th");
    call.says("nine", "Dana Whitfield", "yes", "one", "yes");

    assertThat(call.rows()).containsExactly("haircut ana 2026-06-16T09:00 Dana Whitfield",
        "colour ana 2026-06-16T13:00 Dana Whitfield");
  }

  @Test
  void words_that_sound_like_a_day_and_an_hour_are_taken_for_them() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("hair cut on choose day at too", "Dana Whitfield"))
        .contains("Tuesday, June 16th at two PM");
  }

  @Test
  void an_hour_after_sorry_replaces_the_one_before() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("haircut on Tuesday at three thirty. No sorry, four.", "Dana Whitfield"))
        .contains("Tuesday, June 16th at four PM");
  }

  @Test
  void who_wants_nothing_after_all_is_let_go() {
    var call = PhoneCall.fromKnownNumber();

    assertThat(call.says("Actually never mind, wrong number")).contains("Goodbye");
  }

  @Test
  void the_recogniser_is_told_what_to_expect() {
    var call = PhoneCall.fromKnownNumber();
    call.says("a haircut on Tuesday at three");

    var listen = (Next.Listen) call.next;

    assertThat(listen.hint().detail()).isEqualTo(AskedDetail.NAME);
    assertThat(listen.hint().keyTerms()).contains("Haircut", "Ana");
    assertThat(listen.hint().grammar().get()).startsWith("#JSGF V1.0;").contains("<first>");
  }
}
