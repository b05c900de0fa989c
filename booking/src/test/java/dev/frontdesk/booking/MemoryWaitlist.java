package dev.frontdesk.booking;

import dev.frontdesk.booking.WriteOutcome.Committed;
import dev.frontdesk.booking.WriteOutcome.Duplicate;
import dev.frontdesk.booking.WriteOutcome.Gone;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.WaitlistId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The waitlist in memory, beside the bookings in whose lock it lives.
public final class MemoryWaitlist implements WaitlistStore {
  private final MemoryBookings bookings;
  private final Map<WaitlistId, WaitlistEntry> entries = new LinkedHashMap<>();
  private final Map<List<Object>, WaitlistId> keys = new HashMap<>();
  private final List<BookingEvent> events = new ArrayList<>();

  public MemoryWaitlist(MemoryBookings bookings) {
    this.bookings = bookings;
  }

  /// What the outbox would hold of the waitlist, in order.
  public List<BookingEvent> events() {
    synchronized (bookings) {
      return List.copyOf(events);
    }
  }

  @Override
  public WriteOutcome<WaitlistEntry> join(WaitlistEntry entry, String key, BookingEvent event) {
    synchronized (bookings) {
      var known = keys.get(List.of(entry.org(), key));
      if (known != null) {
        return new Duplicate<>(entries.get(known));
      }
      var same = open(entry.org()).stream().filter(one -> isSame(one, entry)).findFirst();
      if (same.isPresent()) {
        return new Duplicate<>(same.get());
      }
      entries.put(entry.id(), entry);
      keys.put(List.of(entry.org(), key), entry.id());
      events.add(event);
      return new Committed<>(entry);
    }
  }

  private static boolean isSame(WaitlistEntry one, WaitlistEntry other) {
    return one.call().equals(other.call())
        && one.service().equals(other.service())
        && one.resource().equals(other.resource())
        && one.from().equals(other.from())
        && one.to().equals(other.to())
        && one.part().equals(other.part());
  }

  @Override
  public Optional<WaitlistEntry> find(OrgId org, WaitlistId id) {
    synchronized (bookings) {
      return Optional.ofNullable(entries.get(id)).filter(entry -> entry.org().equals(org));
    }
  }

  @Override
  public List<WaitlistEntry> open(OrgId org) {
    synchronized (bookings) {
      return entries.values().stream()
          .filter(entry -> entry.org().equals(org))
          .filter(
              entry ->
                  entry.status() == WaitlistStatus.WAITING
                      || entry.status() == WaitlistStatus.OFFERED)
          .toList();
    }
  }

  @Override
  public List<WaitlistEntry> openFor(OrgId org, PhoneNumber phone) {
    return open(org).stream()
        .filter(entry -> entry.customer().phone().filter(phone::equals).isPresent())
        .toList();
  }

  @Override
  public WriteOutcome<Hold> offer(
      WaitlistEntry before, WaitlistEntry after, NewHold hold, BookingEvent event) {
    synchronized (bookings) {
      if (!isCurrent(before)) {
        return new Gone<>();
      }
      var outcome = bookings.hold(hold);
      if (outcome instanceof Committed<Hold>) {
        entries.put(after.id(), after);
        events.add(event);
      }
      return outcome;
    }
  }

  @Override
  public WriteOutcome<WaitlistEntry> change(
      WaitlistEntry before, WaitlistEntry after, BookingEvent event) {
    synchronized (bookings) {
      if (!isCurrent(before)) {
        return new Gone<>();
      }
      entries.put(after.id(), after);
      events.add(event);
      return new Committed<>(after);
    }
  }

  private boolean isCurrent(WaitlistEntry before) {
    return find(before.org(), before.id())
        .filter(stored -> stored.version() == before.version())
        .isPresent();
  }
}
