package dev.frontdesk.dialog;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Opening hours, spoken.
record Hours(Catalogue catalogue) {

  /// The first opening to the last closing of any day of the week; empty when never open.
  List<TimeSpan> usual() {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (var day : DayOfWeek.values()) {
      for (var span : catalogue.usualHours(day)) {
        from = Math.min(from, span.fromMinute());
        to = Math.max(to, span.toMinute());
      }
    }
    return to == 0 ? List.of() : List.of(new TimeSpan(from, to));
  }

  String on(LocalDate day, Wording wording) {
    var spans = catalogue.hoursOn(day);
    return spans.isEmpty()
        ? wording.say("closedOn", "day", wording.date(day))
        : wording.say("hoursOn", "day", wording.date(day), "hours", spoken(spans, wording));
  }

  /// Days with equal hours are told together.
  String week(Wording wording) {
    var told = new ArrayList<String>();
    int day = 1;
    while (day <= 7) {
      var spans = catalogue.usualHours(DayOfWeek.of(day));
      int last = day;
      while (last < 7 && catalogue.usualHours(DayOfWeek.of(last + 1)).equals(spans)) {
        last++;
      }
      if (!spans.isEmpty()) {
        String first = wording.weekday(DayOfWeek.of(day));
        String days = last == day ? first
            : day == 1 && last == 7 ? wording.part("everyDay")
            : wording.part("dayToDay", "from", first, "to", wording.weekday(DayOfWeek.of(last)));
        told.add(days + " " + spoken(spans, wording));
      }
      day = last + 1;
    }
    return wording.say("hoursWeek", "hours", wording.allOf(told));
  }

  private static String spoken(List<TimeSpan> spans, Wording wording) {
    return wording.allOf(
        spans.stream()
            .map(span -> wording.part("fromTo", "from", wording.time(span.from()), "to",
                wording.time(span.to())))
            .toList());
  }
}
