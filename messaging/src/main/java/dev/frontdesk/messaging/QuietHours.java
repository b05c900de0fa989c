package dev.frontdesk.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// The hours of the night in which nobody is written to who has not just asked for it, on the wall
/// clock, half-open: `[from, until)`. May run over midnight. Pure.
public record QuietHours(LocalTime from, LocalTime until) {
  /// Within what the strictest of the American states allow.
  public static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0));

  /// How far a moment is looked for when several clocks must agree.
  private static final Duration FAR = Duration.ofHours(48);

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours must end at another time than they begin");
    }
  }

  /// Quiet on any of the clocks is quiet.
  public boolean at(Instant moment, List<ZoneId> zones) {
    return zones.stream().anyMatch(zone -> on(zone, moment));
  }

  /// The first moment from `moment` on that is not quiet on any clock; where the clocks never
  /// agree, the first one's word counts.
  public Instant end(Instant moment, List<ZoneId> zones) {
    var at = moment;
    while (Duration.between(moment, at).compareTo(FAR) < 0) {
      var candidate = at;
      var quiet = zones.stream().filter(zone -> on(zone, candidate)).findFirst();
      if (quiet.isEmpty()) {
        return at;
      }
      at = endOn(quiet.get(), at);
    }
    return end(moment, List.of(zones.getFirst()));
  }

  /// The start of the quiet stretch on these clocks that `moment` lies in.
  public Instant begin(Instant moment, List<ZoneId> zones) {
    var at = moment;
    while (Duration.between(at, moment).compareTo(FAR) < 0) {
      var justBefore = at.minusNanos(1);
      var quiet = zones.stream().filter(zone -> on(zone, justBefore)).findFirst();
      if (quiet.isEmpty()) {
        return at;
      }
      at = beginOn(quiet.get(), justBefore);
    }
    return begin(moment, List.of(zones.getFirst()));
  }

  private boolean on(ZoneId zone, Instant moment) {
    var time = moment.atZone(zone).toLocalTime();
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  private Instant endOn(ZoneId zone, Instant moment) {
    var local = moment.atZone(zone);
    var today = local.toLocalDate();
    var day = local.toLocalTime().isBefore(until) ? today : today.plusDays(1);
    return day.atTime(until).atZone(zone).toInstant();
  }

  private Instant beginOn(ZoneId zone, Instant moment) {
    var local = moment.atZone(zone);
    var today = local.toLocalDate();
    var day = local.toLocalTime().isBefore(from) ? today.minusDays(1) : today;
    return day.atTime(from).atZone(zone).toInstant();
  }
}
