package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Slot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sweep against an oracle that asks every minute of every candidate, on weeks in which clocks
/// change.
class SlotSweepTest {
  private static final List<String> WEEKS =
      List.of(
          "America/New_York 2026-03-05",
          "America/New_York 2026-10-29",
          "Europe/Berlin 2026-03-26",
          "Europe/Berlin 2026-10-22",
          "Australia/Lord_Howe 2026-04-02",
          "Australia/Lord_Howe 2026-10-01",
          "Asia/Kolkata 2026-06-15",
          "Africa/Casablanca 2026-02-12");

  /// The same forty weeks each time, so that a failure can be repeated by its seed.
  static LongStream seeds() {
    return new Random(20_260_612).longs(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_sweep_finds_exactly_what_the_minutes_allow(long seed) {
    var week = new Week(new Random(seed));

    assertThat(week.sweep()).isEqualTo(week.minuteByMinute());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_slot_touches_busy_time_or_leaves_the_hours(long seed) {
    var week = new Week(new Random(seed));

    for (long start : week.sweep()) {
      var slot = week.service.slotAt(Instant.ofEpochSecond(start));
      var blocked = week.service.blockedBy(slot);
      assertThat(week.busy).noneMatch(time -> time.blocked().overlaps(blocked));
      assertThat(week.isOpen(slot.start().getEpochSecond())).isTrue();
      assertThat(week.isOpen(slot.end().getEpochSecond() - 60)).isTrue();
    }
  }

  /// A made-up resource with a made-up week of bookings.
  private static final class Week {
    private final ZoneId zone;
    private final Instant from;
    private final Instant to;
    private final Working working;
    private final Service service;
    private final List<BusyTime> busy = new ArrayList<>();

    Week(Random random) {
      var pick = WEEKS.get(random.nextInt(WEEKS.size())).split(" ");
      zone = ZoneId.of(pick[0]);
      var day = LocalDate.parse(pick[1]);
      from = day.atStartOfDay(zone).toInstant();
      to = day.plusDays(7).atStartOfDay(zone).toInstant();
      working = working(random, day);
      service = service(random);
      int bookings = random.nextInt(25);
      for (int i = 0; i < bookings; i++) {
        book(random);
      }
      busy.sort((a, b) -> a.blocked().start().compareTo(b.blocked().start()));
    }

    private Working working(Random random, LocalDate day) {
      var hours = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
      var breaks = new EnumMap<DayOfWeek, List<TimeSpan>>(DayOfWeek.class);
      for (var weekday : DayOfWeek.values()) {
        hours.put(weekday, spans(random));
        breaks.put(weekday, random.nextInt(3) == 0 ? spans(random) : List.of());
      }
      var overrides =
          random.nextBoolean()
              ? Map.of(day.plusDays(random.nextInt(7)), spans(random))
              : Map.<LocalDate, List<TimeSpan>>of();
      var off = day.plusDays(random.nextInt(7)).atTime(random.nextInt(24), 0);
      return Working.weekly(zone, new WeeklySchedule(hours))
          .withBreaks(new WeeklySchedule(breaks))
          .withOverrides(overrides)
          .withTimeOff(
              random.nextInt(3) == 0 ? List.of(new TimeOff(off, off.plusHours(5))) : List.of());
    }

    private static List<TimeSpan> spans(Random random) {
      var spans = new ArrayList<TimeSpan>();
      int at = random.nextInt(5) * 30;
      while (spans.size() < 3 && at < 1380) {
        int end = at + 15 + random.nextInt(40) * 15;
        spans.add(new TimeSpan(at, end));
        at = end + random.nextInt(8) * 30;
      }
      return spans;
    }

    private static Service service(Random random) {
      int step = List.of(5, 10, 15, 20, 30, 45, 60, 90).get(random.nextInt(8));
      return Service.of(
              MapleStreet.HAIRCUT, "Haircut", Duration.ofMinutes(5 + random.nextInt(30) * 5))
          .withBuffers(
              Duration.ofMinutes(random.nextInt(3) * 10),
              Duration.ofMinutes(random.nextInt(3) * 10))
          .withRules(
              new BookingRules(
                  Duration.ZERO, 60, Duration.ofMinutes(step), Duration.ZERO, Limits.NONE));
    }

    private void book(Random random) {
      var start = from.plusSeconds(random.nextInt(7 * 24 * 12) * 300L);
      var slot = new Slot(start, start.plusSeconds(300 + random.nextInt(20) * 300L));
      var owner = new BusyTime.Owner.ByBooking(new BookingId("b" + busy.size()));
      busy.add(
          new BusyTime(
              new Allocation(MapleStreet.ANA, Share.ALL),
              MapleStreet.HAIRCUT,
              slot,
              service.blockedBy(slot),
              owner));
    }

    List<Long> sweep() {
      var resource = Resource.person(MapleStreet.ANA, "Ana", working);
      var times =
          ResourceTimes.of(
              resource, service, OpenTimes.of(working, from, to.plus(service.length())), busy);
      return Arrays.stream(times.freeStarts(from.getEpochSecond(), to.getEpochSecond()))
          .boxed()
          .toList();
    }

    List<Long> minuteByMinute() {
      long first = from.getEpochSecond();
      int minutes = (int) ((to.getEpochSecond() - first + service.length().toSeconds()) / 60);
      var open = new BitSet();
      for (int minute = 0; minute < minutes; minute++) {
        open.set(minute, isOpen(first + minute * 60L));
      }
      var starts = new ArrayList<Long>();
      for (long at = from.getEpochSecond(); at < to.getEpochSecond(); at += 60) {
        if (isOnGrid(at) && isOpenThroughout(open, (int) (at - first) / 60) && isFree(at)) {
          starts.add(at);
        }
      }
      return starts;
    }

    private boolean isOpenThroughout(BitSet open, int minute) {
      return open.nextClearBit(minute) >= minute + service.length().toMinutes();
    }

    private boolean isFree(long start) {
      var wanted = service.blockedBy(service.slotAt(Instant.ofEpochSecond(start)));
      return busy.stream().noneMatch(time -> time.blocked().overlaps(wanted));
    }

    boolean isOpen(long moment) {
      var local = Instant.ofEpochSecond(moment).atZone(zone).toLocalDateTime();
      var off = working.timeOff().stream();
      if (off.anyMatch(o -> !local.isBefore(o.from()) && local.isBefore(o.to()))) {
        return false;
      }
      int minute = local.getHour() * 60 + local.getMinute();
      var today = local.toLocalDate();
      boolean open =
          contains(hoursOn(today), minute)
              || contains(hoursOn(today.minusDays(1)), minute + TimeSpan.DAY);
      boolean paused =
          contains(breaksOn(today), minute)
              || contains(breaksOn(today.minusDays(1)), minute + TimeSpan.DAY);
      return open && !paused;
    }

    private boolean isOnGrid(long moment) {
      var local = Instant.ofEpochSecond(moment).atZone(zone).toLocalDateTime();
      int minute = local.getHour() * 60 + local.getMinute();
      long step = service.rules().startEvery().toMinutes();
      return hoursOn(local.toLocalDate()).stream().anyMatch(span -> fits(span, minute, step))
          || hoursOn(local.toLocalDate().minusDays(1)).stream()
              .anyMatch(span -> fits(span, minute + TimeSpan.DAY, step));
    }

    private static boolean fits(TimeSpan span, int minute, long step) {
      return span.fromMinute() <= minute
          && minute < span.toMinute()
          && (minute - span.fromMinute()) % step == 0;
    }

    private static boolean contains(List<TimeSpan> spans, int minute) {
      return spans.stream().anyMatch(s -> s.fromMinute() <= minute && minute < s.toMinute());
    }

    private List<TimeSpan> hoursOn(LocalDate date) {
      var override = working.overrides().get(date);
      return override != null ? override : working.hours().on(date.getDayOfWeek());
    }

    private List<TimeSpan> breaksOn(LocalDate date) {
      return working.overrides().containsKey(date)
          ? List.of()
          : working.breaks().on(date.getDayOfWeek());
    }
  }
}
