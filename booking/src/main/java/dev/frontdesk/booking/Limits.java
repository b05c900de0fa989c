package dev.frontdesk.booking;

import java.util.OptionalInt;

/// The most bookings that may start on one local day, and in one week from Monday. Holds count.
public record Limits(OptionalInt perDay, OptionalInt perWeek) {
  public static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty());

  public Limits {
    if (perDay.orElse(1) < 1 || perWeek.orElse(1) < 1) {
      throw new IllegalArgumentException("a limit must leave room for one booking");
    }
  }

  public static Limits perDay(int most) {
    return new Limits(OptionalInt.of(most), OptionalInt.empty());
  }

  public static Limits perWeek(int most) {
    return new Limits(OptionalInt.empty(), OptionalInt.of(most));
  }

  boolean any() {
    return perDay.isPresent() || perWeek.isPresent();
  }
}
