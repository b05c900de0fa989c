package dev.frontdesk.bench;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingChange;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.BusyTime;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.NewBookings;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.WriteOutcome;
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

/// Busy times that are at hand and never change: what is measured is the rules, not a database.
record StillBookings(List<BusyTime> busy) implements BookingStore {

  @Override
  public List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now) {
    return busy.stream().filter(time -> time.blocked().overlaps(range)).toList();
  }

  @Override
  public Map<ResourceId, Instant> lastBooked(OrgId org, Set<ResourceId> resources) {
    return Map.of();
  }

  @Override
  public Optional<Booking> find(OrgId org, BookingId booking) {
    return Optional.empty();
  }

  @Override
  public List<Booking> byKey(OrgId org, String key) {
    return List.of();
  }

  @Override
  public Optional<Booking> madeIn(OrgId org, CallId call, ServiceId service, Instant start) {
    return Optional.empty();
  }

  @Override
  public List<Booking> upcoming(OrgId org, PhoneNumber phone, Instant now) {
    return List.of();
  }

  @Override
  public List<Booking> between(OrgId org, Slot range) {
    return List.of();
  }

  @Override
  public List<Booking> ofSeries(OrgId org, SeriesId series) {
    return List.of();
  }

  @Override
  public Optional<Hold> heldBy(OrgId org, CallId call, Instant now) {
    return Optional.empty();
  }

  @Override
  public List<Hold> expireHolds(OrgId org, Instant now) {
    return List.of();
  }

  @Override
  public WriteOutcome<Hold> hold(NewHold wanted) {
    return new WriteOutcome.Overlap<>();
  }

  @Override
  public WriteOutcome<Hold> release(OrgId org, HoldId hold, Instant now) {
    return new WriteOutcome.Gone<>();
  }

  @Override
  public WriteOutcome<List<Booking>> book(NewBookings wanted) {
    return new WriteOutcome.Overlap<>();
  }

  @Override
  public WriteOutcome<Booking> change(BookingChange wanted) {
    return new WriteOutcome.Gone<>();
  }
}
