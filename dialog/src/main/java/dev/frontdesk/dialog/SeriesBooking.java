package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.SeriesOutcome;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recurring appointments: reads the series back, books all of it, and asks about days that cannot
/// be had.
final class SeriesBooking {
  private final Turn turn;
  private final Wording wording;

  SeriesBooking(Turn turn) {
    this.turn = turn;
    this.wording = turn.wording;
  }

  /// `every Tuesday at four PM, six times, from Tuesday, January 6th to Tuesday, February 10th`.
  String described(Task task, Repeat repeat, Offer first) {
    var start = turn.startOf(first);
    var dates = repeat.dates(start.toLocalDate()).stream()
        .filter(date -> !task.except.contains(date)).toList();
    return wording.part("seriesSpan", "often", often(repeat, start.toLocalDate()), "time",
        wording.time(start.toLocalTime().withSecond(0)), "n", wording.number(dates.size()), "from",
        wording.date(dates.isEmpty() ? start.toLocalDate() : dates.getFirst()), "to",
        wording.date(dates.isEmpty() ? start.toLocalDate() : dates.getLast()));
  }

  /// Where a series can begin whose first day cannot be had; null when it is no series.
  @Nullable Offer next(Task task, LocalDateTime first) {
    var repeat = task.repeat;
    var service = task.service();
    if (repeat == null || service.isEmpty()) {
      return null;
    }
    var ahead = repeat.until(Repeat.lasting(5, 0, null)).dates(first.toLocalDate());
    for (var date : ahead.subList(1, ahead.size())) {
      task.when = Offering.settled(date.atTime(first.toLocalTime()));
      if (turn.search.find(task, service.get()) instanceof Search.Result.Exact(var offer)) {
        return offer;
      }
    }
    return null;
  }

  private String often(Repeat repeat, LocalDate first) {
    var days = repeat.days().contains(first.getDayOfWeek())
        ? repeat.days().stream().sorted().toList() : List.of(first.getDayOfWeek());
    String unit = switch (repeat.unit()) {
      case DAY -> wording.part("unitDay");
      case MONTH -> wording.part("unitMonth");
      case WEEK -> wording.allOf(days.stream().map(this::named).toList());
    };
    return repeat.every() == 1 ? wording.part("every", "what", unit)
        : repeat.every() == 2 ? wording.part("everySecond", "what", unit)
        : wording.part("everyNth", "what", unit, "n", wording.number(repeat.every()));
  }

  private String named(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, wording.language());
  }

  void confirmed(Task task, Repeat repeat, Offer first) {
    var date = turn.startOf(first).toLocalDate();
    var outcome = turn.tools.series(first.token(), repeat.rule(date), task.except,
        new Bookings(turn).customer(), turn.key("series"));
    switch (outcome) {
      case SeriesOutcome.Booked(var bookings) -> booked(task, repeat, first, bookings);
      case SeriesOutcome.Conflicts(var conflicts) -> {
        var days = conflicts.stream().map(one -> one.start().toLocalDate()).distinct().toList();
        if (days.contains(date) || days.size() == repeat.dates(date).size()) {
          task.unchoose();
          turn.tell("justTaken");
          turn.progress = true;
          task.when = When.NOTHING;
          turn.ask(Question.WHEN);
          return;
        }
        var except = new HashSet<>(task.except);
        except.addAll(days);
        task.except = except;
        turn.progress = true;
        turn.tell("seriesConflict", "days", wording.allOf(days.stream().limit(6)
            .map(wording::date).toList()), "time", time(first));
        turn.ask(Question.LEAVE_OUT);
      }
      case SeriesOutcome.Invalid _ -> {
        task.unchoose();
        new Bookings(turn).advance(task);
      }
    }
  }

  private String time(Offer first) {
    LocalTime time = turn.startOf(first).toLocalTime();
    return wording.time(time);
  }

  private void booked(Task task, Repeat repeat, Offer first, List<Booking> bookings) {
    bookings.forEach(booking -> turn.happened(new DialogEvent.Booked(booking)));
    var one = bookings.getFirst();
    turn.news("bookedSeries", "what", wording.oneOf(turn.serviceName(one.service()))
        + new Bookings(turn).with(task), "series", described(task, repeat, first), "name",
        one.customer().name().value());
    turn.memory.lastBooking = one.id();
    turn.memory.discussed = turn.startOf(one).toLocalDate();
    new Dialogue(turn).taskDone();
  }
}
