package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A store behind which something else happens: override what should differ.
class BookingsBehind implements BookingStore {
  private final BookingStore store;

  BookingsBehind(BookingStore store) {
    this.store = store;
  }

  @Override
  public List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now) {
    return store.busy(org, resources, range, now);
  }

  @Override
  public Map<ResourceId, Instant> lastBooked(OrgId org, Set<ResourceId> resources) {
    return store.lastBooked(org, resources);
  }

  @Override
  public Optional<Booking> find(OrgId org, BookingId booking) {
    return store.find(org, booking);
  }

  @Override
  public List<Booking> byKey(OrgId org, String key) {
    return store.byKey(org, key);
  }

  @Override
  public Optional<Booking> madeIn(OrgId org, CallId call, ServiceId service, Instant start) {
    return store.madeIn(org, call, service, start);
  }

  @Override
  public List<Booking> upcoming(OrgId org, PhoneNumber phone, Instant now) {
    return store.upcoming(org, phone, now);
  }

  @Override
  public List<Booking> between(OrgId org, Slot range) {
    return store.between(org, range);
  }

  @Override
  public List<Booking> ofSeries(OrgId org, SeriesId series) {
    return store.ofSeries(org, series);
  }

  @Override
  public Optional<Hold> heldBy(OrgId org, CallId call, Instant now) {
    return store.heldBy(org, call, now);
  }

  @Override
  public WriteOutcome<Hold> hold(NewHold wanted) {
    return store.hold(wanted);
  }

  @Override
  public WriteOutcome<Hold> release(OrgId org, HoldId hold, Instant now) {
    return store.release(org, hold, now);
  }

  @Override
  public List<Hold> expireHolds(OrgId org, Instant now) {
    return store.expireHolds(org, now);
  }

  @Override
  public WriteOutcome<List<Booking>> book(NewBookings wanted) {
    return store.book(wanted);
  }

  @Override
  public WriteOutcome<Booking> change(BookingChange wanted) {
    return store.change(wanted);
  }
}
