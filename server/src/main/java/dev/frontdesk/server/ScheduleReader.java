package dev.frontdesk.server;

import dev.frontdesk.booking.TimeOff;
import dev.frontdesk.booking.TimeSpan;
import dev.frontdesk.booking.WeeklySchedule;
import dev.frontdesk.booking.Working;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads when a resource works: `schedule: {mon-fri: ["09:00-12:00", "13:00-17:00"]}`, `breaks` in
/// the same form, `overrides` by date and `timeOff`.
final class ScheduleReader {
  private ScheduleReader() {}

  static Working read(StrictYaml resource, ZoneId zone) {
    return new Working(
        zone,
        week(resource.optional("schedule")),
        week(resource.optional("breaks")),
        resource.optional("overrides").map(ScheduleReader::overrides).orElse(Map.of()),
        resource.itemsOf("timeOff").stream().map(ScheduleReader::timeOff).toList());
  }

  private static WeeklySchedule week(Optional<StrictYaml> yaml) {
    if (yaml.isEmpty()) {
      return WeeklySchedule.EMPTY;
    }
    var days = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
    for (var entry : yaml.get().entries().entrySet()) {
      var spans = spans(entry.getValue());
      for (var day : days(entry.getKey(), entry.getValue())) {
        if (days.put(day, spans) != null) {
          throw entry.getValue().wrong(day.name().toLowerCase(Locale.ROOT) + " is given twice");
        }
      }
    }
    return CatalogueReader.whole(yaml.get(), () -> new WeeklySchedule(days));
  }

  /// `mon`, or `mon-fri`; `sat-mon` goes over the week's end.
  private static List<DayOfWeek> days(String text, StrictYaml yaml) {
    var ends = text.split("-", -1);
    var first = day(ends[0], yaml);
    var last = day(ends[ends.length - 1], yaml);
    if (ends.length > 2 || ends.length == 2 && first == last) {
      throw yaml.wrong("must be a day or a range of days such as mon-fri");
    }
    var days = new ArrayList<DayOfWeek>(List.of(first));
    for (var day = first; day != last; ) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String text, StrictYaml yaml) {
    var name = text.strip().toUpperCase(Locale.ROOT);
    for (var day : DayOfWeek.values()) {
      if (name.length() >= 3 && day.name().startsWith(name)) {
        return day;
      }
    }
    throw yaml.wrong("unknown day '" + text + "'; days are mon, tue, wed, thu, fri, sat, sun");
  }

  private static Map<LocalDate, List<TimeSpan>> overrides(StrictYaml yaml) {
    var overrides = new LinkedHashMap<LocalDate, List<TimeSpan>>();
    yaml.entries()
        .forEach(
            (text, value) -> {
              try {
                overrides.put(LocalDate.parse(text), spans(value));
              } catch (DateTimeParseException e) {
                throw value.wrong("must be under a date such as 2026-06-19");
              }
            });
    return overrides;
  }

  private static List<TimeSpan> spans(StrictYaml yaml) {
    return yaml.items().stream().map(span -> span.as("'09:00-12:00'", TimeSpan::parse)).toList();
  }

  /// Dates alone mean whole days, the last included.
  private static TimeOff timeOff(StrictYaml yaml) {
    yaml.only("from", "to");
    var from = yaml.required("from").as("a date, or a date and time", text -> moment(text, 0));
    var to = yaml.required("to").as("a date, or a date and time", text -> moment(text, 1));
    return CatalogueReader.whole(yaml, () -> new TimeOff(from, to));
  }

  private static LocalDateTime moment(String text, int daysAfter) {
    return text.length() == "2026-06-19".length()
        ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay()
        : LocalDateTime.parse(text);
  }
}
