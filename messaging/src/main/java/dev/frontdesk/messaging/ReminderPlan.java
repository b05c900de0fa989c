package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a customer is reminded. Pure.
///
/// ```text
/// booked … [a day before] …… [two hours before] … not later than this | start
/// ```
///
/// A reminder that would fall into quiet hours comes when they end, if the customer then still has
/// `NOTICE` to act on it, and otherwise on the evening before, half an hour before they begin.
public final class ReminderPlan {
  static final Duration HOURS_BEFORE = Duration.ofHours(2);

  /// Less than this before the start, a reminder only annoys.
  static final Duration NOTICE = Duration.ofHours(1);

  /// What still makes sense when a reminder is late for reasons of ours.
  static final Duration LATEST = Duration.ofMinutes(30);

  /// Who booked so shortly before needs no reminder yet; two reminders are this far apart.
  static final Duration APART = Duration.ofHours(2);

  private static final Duration BEFORE_QUIET = Duration.ofMinutes(30);

  private ReminderPlan() {}

  /// @param at       when it should be sent
  /// @param deadline when it must not be sent any more
  public record Reminder(Notice notice, Instant at, Instant deadline) {}

  /// In order of time.
  ///
  /// @param zones the customer's clocks; the day before is the same time on the first of them
  public static List<Reminder> of(
      Appointment appointment, List<ZoneId> zones, QuietHours quiet, Instant now) {
    var start = appointment.slot().start();
    var dayBefore = start.atZone(zones.getFirst()).minusDays(1).toInstant();
    var plan = new ArrayList<Reminder>();
    var last = now;
    for (var wanted :
        List.of(
            new Reminder(Notice.DAY_BEFORE, dayBefore, start.minus(LATEST)),
            new Reminder(Notice.HOURS_BEFORE, start.minus(HOURS_BEFORE), start.minus(LATEST)))) {
      var at = outsideQuiet(wanted.at, start, zones, quiet);
      if (at.isPresent() && !at.get().isBefore(last.plus(APART))) {
        plan.add(new Reminder(wanted.notice, at.get(), wanted.deadline));
        last = at.get();
      }
    }
    return List.copyOf(plan);
  }

  private static Optional<Instant> outsideQuiet(
      Instant wanted, Instant start, List<ZoneId> zones, QuietHours quiet) {
    if (!quiet.at(wanted, zones)) {
      return Optional.of(wanted);
    }
    var later = quiet.end(wanted, zones);
    if (!later.isAfter(start.minus(NOTICE))) {
      return Optional.of(later);
    }
    var earlier = quiet.begin(wanted, zones).minus(BEFORE_QUIET);
    return quiet.at(earlier, zones) ? Optional.empty() : Optional.of(earlier);
  }
}
