package dev.frontdesk.telephony;

import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.MalformedFrame;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one media socket does wrong, counted, and logged once of each kind: a flood must not fill a
/// disk. Never what was said. On the socket's loop only.
final class SocketNotes {
  private static final Logger LOG = LoggerFactory.getLogger(SocketNotes.class);

  /// One damaged message must not cost a caller the call; a stream of them is no protocol.
  private static final int MOST_MALFORMED = 20;

  private final TelephonyCounters counters;
  private final Set<Event> noted = EnumSet.noneOf(Event.class);
  private int malformed;

  SocketNotes(TelephonyCounters counters) {
    this.counters = counters;
  }

  void count(Event event) {
    counters.count(event);
  }

  void note(Event event) {
    count(event);
    if (noted.add(event)) {
      LOG.info("media socket: {}", event);
    }
  }

  /// @return whether that is more than is forgiven
  boolean malformed(MalformedFrame why) {
    count(Event.MESSAGE_MALFORMED);
    if (malformed++ == 0) {
      LOG.info("malformed message on a media socket: {}", why.getMessage());
    }
    return malformed > MOST_MALFORMED;
  }
}
