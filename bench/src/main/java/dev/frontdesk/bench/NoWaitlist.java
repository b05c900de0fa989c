package dev.frontdesk.bench;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.WaitlistEntry;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.booking.WriteOutcome;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.WaitlistId;
import java.util.List;
import java.util.Optional;

/// Nobody waits.
record NoWaitlist() implements WaitlistStore {

  @Override
  public WriteOutcome<WaitlistEntry> join(WaitlistEntry entry, String key, BookingEvent event) {
    return new WriteOutcome.Gone<>();
  }

  @Override
  public Optional<WaitlistEntry> find(OrgId org, WaitlistId entry) {
    return Optional.empty();
  }

  @Override
  public List<WaitlistEntry> open(OrgId org) {
    return List.of();
  }

  @Override
  public List<WaitlistEntry> openFor(OrgId org, PhoneNumber phone) {
    return List.of();
  }

  @Override
  public WriteOutcome<Hold> offer(
      WaitlistEntry before, WaitlistEntry after, NewHold hold, BookingEvent event) {
    return new WriteOutcome.Gone<>();
  }

  @Override
  public WriteOutcome<WaitlistEntry> change(
      WaitlistEntry before, WaitlistEntry after, BookingEvent event) {
    return new WriteOutcome.Gone<>();
  }
}
