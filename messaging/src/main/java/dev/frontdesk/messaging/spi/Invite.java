package dev.frontdesk.messaging.spi;

import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Slot;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// An appointment as calendars exchange it.
///
/// @param sequence counts the changes of one booking, so that a late mail does not undo a later one
/// @param location the organisation's address
/// @param change   where the customer moves it or calls it off
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5546">RFC 5546: iTIP</a>
public record Invite(
    BookingId booking,
    int sequence,
    Method method,
    Slot slot,
    ZoneId zone,
    MessageText summary,
    Optional<String> location,
    Optional<URI> change,
    Instant writtenAt) {

  public enum Method {
    REQUEST,
    CANCEL
  }
}
