package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.LOS_ANGELES;
import static dev.frontdesk.messaging.Ana.appointment;
import static dev.frontdesk.messaging.Ana.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReminderPlanTest {
  private static final Instant LONG_BEFORE = at("2026-02-01T12:00");

  @Test
  void a_day_and_two_hours_before() {
    assertThat(plan("2026-03-03T15:00", LONG_BEFORE))
        .containsExactly(
            reminder(Notice.DAY_BEFORE, "2026-03-02T15:00", "2026-03-03T14:30"),
            reminder(Notice.HOURS_BEFORE, "2026-03-03T13:00", "2026-03-03T14:30"));
  }

  @Test
  void a_day_before_is_the_same_time_on_the_wall_clock_when_clocks_change() {
    assertThat(plan("2026-03-08T15:00", LONG_BEFORE).getFirst().at())
        .isEqualTo(at("2026-03-07T15:00"));
  }

  @Test
  void a_reminder_in_the_early_morning_comes_the_evening_before() {
    assertThat(times("2026-03-03T08:30")).containsExactly("2026-03-02T08:30", "2026-03-02T19:30");
  }

  @Test
  void a_reminder_that_still_leaves_an_hour_waits_for_the_end_of_quiet_hours() {
    assertThat(times("2026-03-03T09:00")).containsExactly("2026-03-02T09:00", "2026-03-03T08:00");
    assertThat(times("2026-03-03T08:59")).containsExactly("2026-03-02T08:59", "2026-03-02T19:30");
  }

  @Test
  void a_reminder_for_an_appointment_at_night_comes_before_the_night() {
    assertThat(times("2026-03-03T21:00")).containsExactly("2026-03-03T08:00", "2026-03-03T19:00");
    assertThat(times("2026-03-03T06:00")).containsExactly("2026-03-02T08:00", "2026-03-02T19:30");
  }

  @Test
  void who_booked_shortly_before_is_not_reminded_of_what_they_just_said() {
    assertThat(plan("2026-03-03T15:00", at("2026-03-02T13:01")))
        .extracting(ReminderPlan.Reminder::notice)
        .containsExactly(Notice.HOURS_BEFORE);
    assertThat(plan("2026-03-03T15:00", at("2026-03-02T13:00")))
        .extracting(ReminderPlan.Reminder::notice)
        .containsExactly(Notice.DAY_BEFORE, Notice.HOURS_BEFORE);
    assertThat(plan("2026-03-03T15:00", at("2026-03-03T12:00"))).isEmpty();
    assertThat(plan("2026-03-03T15:00", at("2026-03-03T16:00"))).isEmpty();
  }

  @Test
  void quiet_on_any_of_the_clocks_where_the_number_may_be_is_quiet() {
    var zones = List.of(LOS_ANGELES, ZoneId.of("America/New_York"));
    var plan =
        ReminderPlan.of(
            appointment("2026-03-03T18:00"), zones, QuietHours.NIGHT, LONG_BEFORE);
    assertThat(plan.getFirst().at())
        .as("18:00 in Los Angeles is 21:00 in New York; both are awake again at 8:00 in the West")
        .isEqualTo(at("2026-03-03T08:00"));
  }

  @Test
  void quiet_hours_are_half_open() {
    var quiet = QuietHours.NIGHT;
    var zones = List.of(LOS_ANGELES);
    assertThat(quiet.at(at("2026-03-03T19:59"), zones)).isFalse();
    assertThat(quiet.at(at("2026-03-03T20:00"), zones)).isTrue();
    assertThat(quiet.at(at("2026-03-03T07:59"), zones)).isTrue();
    assertThat(quiet.at(at("2026-03-03T08:00"), zones)).isFalse();
    var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    assertThat(noon.at(at("2026-03-03T13:59"), zones)).isTrue();
    assertThat(noon.end(at("2026-03-03T13:00"), zones)).isEqualTo(at("2026-03-03T14:00"));
    assertThat(noon.begin(at("2026-03-03T13:00"), zones)).isEqualTo(at("2026-03-03T12:00"));
  }

  @Test
  void clocks_that_never_agree_leave_the_first_to_decide() {
    var zones = List.of(LOS_ANGELES, ZoneId.of("Asia/Kolkata"));
    var long_night = new QuietHours(LocalTime.of(18, 0), LocalTime.of(10, 0));
    assertThat(long_night.end(at("2026-03-03T20:00"), zones)).isEqualTo(at("2026-03-04T10:00"));
  }

  @Test
  void a_numbers_area_tells_its_clocks_and_anything_else_the_organisations() {
    assertThat(zones("+14155550123")).containsExactly(LOS_ANGELES);
    assertThat(zones("+12125550123")).containsExactly(ZoneId.of("America/New_York"));
    assertThat(zones("+4915112345678")).containsExactly(ZoneId.of("Europe/Berlin"));
    assertThat(zones("+18005550123")).as("toll-free").containsExactly(LOS_ANGELES);
    assertThat(CustomerZones.of(Optional.empty(), LOS_ANGELES)).containsExactly(LOS_ANGELES);
  }

  private static List<ZoneId> zones(String number) {
    return CustomerZones.of(Optional.of(new PhoneNumber(number)), LOS_ANGELES);
  }

  private static List<ReminderPlan.Reminder> plan(String start, Instant now) {
    return ReminderPlan.of(appointment(start), List.of(LOS_ANGELES), QuietHours.NIGHT, now);
  }

  private static List<String> times(String start) {
    return plan(start, LONG_BEFORE).stream()
        .map(r -> r.at().atZone(LOS_ANGELES).toLocalDateTime().toString())
        .toList();
  }

  private static ReminderPlan.Reminder reminder(Notice notice, String at, String deadline) {
    return new ReminderPlan.Reminder(notice, at(at), at(deadline));
  }
}
