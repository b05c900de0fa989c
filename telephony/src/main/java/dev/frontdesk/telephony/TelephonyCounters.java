package dev.frontdesk.telephony;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What was taken, dropped and refused. Safe from any thread; the server exposes `read()`.
public final class TelephonyCounters {
  private static final Event[] EVENTS = Event.values();

  private final LongAdder[] counts = new LongAdder[EVENTS.length];

  public TelephonyCounters() {
    Arrays.setAll(counts, _ -> new LongAdder());
  }

  public enum Event {
    CALL_RANG,
    CALL_RANG_AGAIN,
    CALL_FULL,
    CALL_UNKNOWN_NUMBER,
    CALL_RESUMED,
    CALL_RESUMED_TOO_OFTEN,
    CALL_STALE,
    CALL_FORWARDED,
    CALL_NOT_PUT_THROUGH,
    LATE_REPORT,
    WEBHOOK_UNSIGNED,
    WEBHOOK_MALFORMED,
    SOCKET_UNKNOWN_PATH,
    SOCKET_UNSIGNED,
    SOCKET_UNKNOWN_TOKEN,
    SOCKET_WRONG_CALL,
    SOCKET_OPENED,
    SOCKET_CLOSED,
    SOCKET_DROPPED,
    SOCKET_REPLACED,
    SOCKET_NEVER_STARTED,
    SOCKET_SILENT,
    SOCKET_BACKLOGGED,
    SOCKET_REFUSED_WHILE_DRAINING,
    MESSAGE_OVERSIZED,
    MESSAGE_MALFORMED,
    MESSAGE_UNKNOWN,
    MESSAGE_UNEXPECTED,
    FRAME_IN,
    FRAME_OUT,
    FRAME_DROPPED,
    ANSWERER_FAILED,
    BOOKKEEPING_FAILED
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
    for (var event : EVENTS) {
      read.put(event.name().toLowerCase(Locale.ROOT), of(event));
    }
    return read;
  }
}
