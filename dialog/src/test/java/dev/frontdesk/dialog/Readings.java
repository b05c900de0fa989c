package dev.frontdesk.dialog;

import dev.frontdesk.booking.MapleStreet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What words are understood as, in writing. It is Friday, 12 June 2026.
final class Readings {
  private static final Lexicon LEXICON = new Lexicon(MapleStreet.catalogue());

  private Readings() {}

  static Understood of(String text, Question asked) {
    return Understanding.of(text, new Setting(
        new DayContext(LocalDate.of(2026, 6, 12), null, true), asked, false, 0, LEXICON));
  }

  /// `2026-06-16 3:00 or 15:00`.
  static String when(String text) {
    var when = of(text, Question.WHEN).first().when();
    var parts = new ArrayList<String>();
    var day = when.day();
    if (day != null) {
      parts.add(day.isOneDay() ? day.from().toString() : day.from() + " to " + day.to()
          + (day.only().isEmpty() ? "" : " " + new TreeSet<>(day.only())));
    }
    if (when.at() != null) {
      parts.add(clock(when.at().clock()));
    }
    if (when.within() != null) {
      parts.add(clock(when.within().from()) + " – " + clock(when.within().to()));
    }
    if (when.part() != null) {
      parts.add(when.part().fromHour() + " to " + when.part().toHour() + " h");
    }
    if (when.other() != null) {
      parts.add(when.other().toString().replaceAll("\\[]", ""));
    }
    return parts.isEmpty() ? "nothing" : String.join(" ", parts);
  }

  private static String clock(@Nullable ClockTime clock) {
    if (clock == null) {
      return "…";
    }
    return clock.open()
        ? clock.time().getHour() + clock.time().toString().substring(2) + " or "
            + clock.time().plusHours(12)
        : clock.time().toString();
  }
}
