package dev.frontdesk.telephony.spi;

import dev.frontdesk.telephony.MediaTicket;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import java.util.Map;

/// A kind of media socket: which addresses are its own, who may come in, what is spoken inside.
/// Shared by all sockets; safe from any thread; must not block.
public interface MediaWire {

  boolean owns(String path);

  /// Decides before the WebSocket upgrade. A token is spent by being accepted.
  ///
  /// @param headers names without regard to case
  Entry enter(String pathAndQuery, Map<String, String> headers);

  sealed interface Entry {
    record Accepted(MediaTicket ticket, MediaCodec codec) implements Entry {}

    /// @param status HTTP: 403 for a wrong signature, 404 for a token that is unknown, spent or old
    record Refused(int status, String staticText, Event counted) implements Entry {}
  }
}
