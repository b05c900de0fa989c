package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.WaitlistId;
import java.util.List;
import java.util.Optional;

/// Where the waitlist is kept. Blocks; each write is one transaction that also appends its events
/// to the outbox and the audit.
public interface WaitlistStore {

  /// Duplicate: the key was used before, or the call already waits with the same wish.
  WriteOutcome<WaitlistEntry> join(WaitlistEntry entry, String key, BookingEvent event);

  Optional<WaitlistEntry> find(OrgId org, WaitlistId entry);

  /// WAITING and OFFERED entries, in the order in which they joined.
  List<WaitlistEntry> open(OrgId org);

  /// As `open`, of the customer with this number.
  List<WaitlistEntry> openFor(OrgId org, PhoneNumber phone);

  /// Takes the hold, under the rules of `BookingStore.hold`, and makes the entry OFFERED.
  /// Gone when the entry's version is not `before.version`.
  WriteOutcome<Hold> offer(
      WaitlistEntry before, WaitlistEntry after, NewHold hold, BookingEvent event);

  /// Gone when the entry's version is not `before.version`.
  WriteOutcome<WaitlistEntry> change(
      WaitlistEntry before, WaitlistEntry after, BookingEvent event);
}
