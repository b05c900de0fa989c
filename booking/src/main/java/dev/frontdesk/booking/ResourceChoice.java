package dev.frontdesk.booking;

/// Who is chosen when several are free and the caller named nobody.
public enum ResourceChoice {
  /// The first in the catalogue's order.
  FIRST_LISTED,
  /// Round robin: whoever was booked longest ago; then the catalogue's order.
  LEAST_RECENTLY_BOOKED
}
