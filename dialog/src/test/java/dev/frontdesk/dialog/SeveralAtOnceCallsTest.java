package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Callers who want more than one appointment: two at once, a list, a series.
class SeveralAtOnceCallsTest {
  private final PhoneCall call = PhoneCall.fromKnownNumber();

  @Test
  void two_haircuts_at_two_are_two_chairs() {
    call.says("Two haircuts at two on Tuesday for Dana Whitfield");
    assertThat(call.says("yes")).contains("You're booked", "Now the other one");
    call.says("yes");

    assertThat(call.rows()).containsExactlyInAnyOrder(
        "haircut ana 2026-06-16T14:00 Dana Whitfield",
        "haircut ben 2026-06-16T14:00 Dana Whitfield");
  }

  @Test
  void the_number_in_front_is_no_further_wish_when_both_were_told() {
    call.says("Two haircuts for Dana Whitfield, one Tuesday at two and one Thursday at three");
    call.says("yes", "yes");

    assertThat(call.rows()).hasSize(2)
        .anySatisfy(row -> assertThat(row).contains("2026-06-16T14:00"))
        .anySatisfy(row -> assertThat(row).contains("2026-06-18T15:00"));
  }

  @Test
  void a_second_wish_needs_no_and() {
    call.says("A haircut Tuesday at two, a colour Thursday at one for Dana Whitfield", "yes",
        "yes");

    assertThat(call.rows()).hasSize(2)
        .anySatisfy(row -> assertThat(row).startsWith("haircut").contains("2026-06-16T14:00"))
        .anySatisfy(row -> assertThat(row).startsWith("colour").contains("2026-06-18T13:00"));
  }

  @Test
  void every_tuesday_at_nine_for_six_weeks_is_a_series() {
    assertThat(call.says(
        "A haircut with Ana every Tuesday at nine for six weeks, for Dana Whitfield"))
        .contains("every Tuesday at nine AM, six times", "Tuesday, June 16th", "July 21st");
    assertThat(call.says("yes")).contains("You're booked", "six times");

    assertThat(call.rows()).hasSize(6)
        .first().isEqualTo("haircut ana 2026-06-16T09:00 Dana Whitfield");
    assertThat(call.rows()).last().isEqualTo("haircut ana 2026-07-21T09:00 Dana Whitfield");
    assertThat(call.bookings()).extracting(booking -> booking.series().orElseThrow())
        .containsOnly(call.bookings().getFirst().series().orElseThrow());
  }

  @Test
  void an_endless_series_is_asked_for_its_end() {
    assertThat(call.says("A haircut every other Thursday at three for Dana Whitfield"))
        .contains("how many weeks");
    assertThat(call.says("four times")).contains("every other Thursday", "four times");
    call.says("yes");

    assertThat(call.rows()).extracting(row -> row.split(" ")[2]).containsExactly(
        "2026-06-18T15:00", "2026-07-02T15:00", "2026-07-16T15:00", "2026-07-30T15:00");
  }

  @Test
  void a_day_of_a_series_that_is_taken_can_be_left_out() {
    call.standing("x", "haircut", "ana", "2026-06-23T09:00",
        new dev.frontdesk.vocabulary.PhoneNumber("+14155550199"));

    call.says("A haircut with Ana every Tuesday at nine, three times, for Dana Whitfield");
    assertThat(call.says("yes")).contains("Tuesday, June 23rd", "leave that out");
    assertThat(call.says("yes")).contains("You're booked", "two times");

    assertThat(call.rows()).contains("haircut ana 2026-06-16T09:00 Dana Whitfield",
        "haircut ana 2026-06-30T09:00 Dana Whitfield");
  }

  @Test
  void two_days_a_week_until_a_date() {
    call.says("A haircut with Ana every Monday and Wednesday at ten until July first");
    call.says("Dana Whitfield", "yes");

    assertThat(call.rows()).extracting(row -> row.split(" ")[2]).containsExactly(
        "2026-06-15T10:00", "2026-06-17T10:00", "2026-06-22T10:00", "2026-06-24T10:00",
        "2026-06-29T10:00", "2026-07-01T10:00");
  }

  @Test
  void a_pain_of_six_weeks_is_no_series() {
    call.says("I have had this beard for six weeks, I'd like a haircut on Tuesday at two");
    call.says("Dana Whitfield", "yes");

    assertThat(call.rows()).hasSize(1);
  }

  @Test
  void the_time_of_each_of_two_may_follow() {
    call.says("I need a haircut and a colour, both on Thursday, the haircut at ten and the colour"
        + " at one", "Dana Whitfield", "yes", "yes");

    assertThat(call.rows()).hasSize(2)
        .anySatisfy(row -> assertThat(row).startsWith("haircut").contains("2026-06-18T10:00"))
        .anySatisfy(row -> assertThat(row).startsWith("colour").contains("2026-06-18T13:00"));
  }
}
