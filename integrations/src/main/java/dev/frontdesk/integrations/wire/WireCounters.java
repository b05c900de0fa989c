package dev.frontdesk.integrations.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What happened on a vendor's sockets. Safe from any thread.
public final class WireCounters {
  public enum Event {
    CONNECTED,
    CONNECT_FAILED,
    /// Gone without our having closed it.
    LOST,
    STALLED,
    RECONNECTED,
    /// A message not sent because the peer takes none, or an old one given up for a newer.
    DROPPED,
    MALFORMED,
    /// Well formed, of no kind that we know.
    UNKNOWN,
    /// An error the vendor reported in a message and survived.
    REFUSED
  }

  private final LongAdder[] counts = new LongAdder[Event.values().length];

  public WireCounters() {
    Arrays.setAll(counts, _ -> new LongAdder());
  }

  public void count(Event event) {
    counts[event.ordinal()].increment();
  }

  public long of(Event event) {
    return counts[event.ordinal()].sum();
  }

  /// By lower-case name, in a fixed order.
  public Map<String, Long> read() {
    var read = new LinkedHashMap<String, Long>();
    for (var event : Event.values()) {
      read.put(event.name().toLowerCase(Locale.ROOT), of(event));
    }
    return read;
  }
}
