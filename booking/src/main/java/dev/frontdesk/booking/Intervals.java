package dev.frontdesk.booking;

import java.util.Arrays;

/// Stretches of time, half-open, in seconds of the epoch: sorted, apart from each other, never
/// empty. Immutable.
final class Intervals {
  static final Intervals NONE = new Intervals(new long[0], new long[0], 0);

  private final long[] starts;
  private final long[] ends;
  private final int size;

  private Intervals(long[] starts, long[] ends, int size) {
    this.starts = starts;
    this.ends = ends;
    this.size = size;
  }

  int size() {
    return size;
  }

  long start(int index) {
    return starts[index];
  }

  long end(int index) {
    return ends[index];
  }

  /// Whether one stretch contains all of `[from, to)`.
  boolean covers(long from, long to) {
    int at = firstEndingAfter(from);
    return at < size && starts[at] <= from && to <= ends[at];
  }

  /// Whether any stretch overlaps `[from, to)`.
  boolean touches(long from, long to) {
    int at = firstEndingAfter(from);
    return at < size && starts[at] < to;
  }

  Intervals minus(Intervals taken) {
    if (taken.size == 0 || size == 0) {
      return this;
    }
    var left = new Builder(size + taken.size);
    int t = 0;
    for (int i = 0; i < size; i++) {
      long from = starts[i];
      while (t < taken.size && taken.ends[t] <= from) {
        t++;
      }
      for (int j = t; j < taken.size && taken.starts[j] < ends[i]; j++) {
        left.add(from, taken.starts[j]);
        from = Math.max(from, taken.ends[j]);
      }
      left.add(from, ends[i]);
    }
    return left.build();
  }

  /// Index of the first stretch that ends after `moment`; `size` when there is none.
  private int firstEndingAfter(long moment) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > moment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// A pass through the stretches from early to late: questions must come in order of `from`.
  final class Sweep {
    private int at;

    boolean covers(long from, long to) {
      advance(from);
      return at < size && starts[at] <= from && to <= ends[at];
    }

    boolean touches(long from, long to) {
      advance(from);
      return at < size && starts[at] < to;
    }

    private void advance(long from) {
      while (at < size && ends[at] <= from) {
        at++;
      }
    }
  }

  /// Collects stretches, empty or overlapping ones too; quickest when they come sorted.
  static final class Builder {
    private long[] starts;
    private long[] ends;
    private int size;
    private boolean sorted = true;

    Builder(int expected) {
      starts = new long[Math.max(4, expected)];
      ends = new long[Math.max(4, expected)];
    }

    void add(long from, long to) {
      if (from >= to) {
        return;
      }
      if (sorted && size > 0 && from <= ends[size - 1] && from >= starts[size - 1]) {
        ends[size - 1] = Math.max(ends[size - 1], to);
        return;
      }
      sorted &= size == 0 || from > ends[size - 1];
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      starts[size] = from;
      ends[size++] = to;
    }

    Intervals build() {
      if (size == 0) {
        return NONE;
      }
      return sorted ? new Intervals(starts, ends, size) : merged();
    }

    private Intervals merged() {
      var order = new long[size][];
      for (int i = 0; i < size; i++) {
        order[i] = new long[] {starts[i], ends[i]};
      }
      Arrays.sort(order, (a, b) -> Long.compare(a[0], b[0]));
      var merged = new Builder(size);
      for (var stretch : order) {
        merged.add(stretch[0], stretch[1]);
      }
      return merged.build();
    }
  }
}
