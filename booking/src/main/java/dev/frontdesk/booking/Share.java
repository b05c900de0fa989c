package dev.frontdesk.booking;

/// The part of a resource that a booking takes: `[from, to)` of `WHOLE`. A service of capacity 1
/// takes all of it, one of capacity 4 a quarter; two bookings clash when they overlap in time and
/// in share. So nothing a resource does alone can run beside a group, whatever the catalogue says
/// by the time.
public record Share(int from, int to) implements Comparable<Share> {
  /// Divides evenly by every capacity up to 16.
  public static final int WHOLE = 720_720;

  /// Most bookings at once on one resource.
  public static final int MOST = 500;

  public static final Share ALL = new Share(0, WHOLE);

  public Share {
    if (from < 0 || to <= from || to > WHOLE) {
      throw new IllegalArgumentException("no part of a resource: " + from + " to " + to);
    }
  }

  /// The `index`th of `capacity` equal parts, counted from 0.
  public static Share part(int index, int capacity) {
    return new Share(
        (int) ((long) WHOLE * index / capacity), (int) ((long) WHOLE * (index + 1) / capacity));
  }

  public boolean overlaps(Share other) {
    return from < other.to && other.from < to;
  }

  @Override
  public int compareTo(Share other) {
    return Integer.compare(from, other.from);
  }
}
