package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.WaitlistId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where appointments are asked for, held, made, moved and given up. Safe from any thread; blocks
/// on its stores. Every write checks every rule again, whatever was offered before.
public final class BookingDesk {
  private final CatalogueStore catalogues;

  /// @param tokenKey signs slot tokens: at least 32 characters, the same on every node
  public BookingDesk(
      CatalogueStore catalogues,
      BookingStore bookings,
      WaitlistStore waitlist,
      Secret tokenKey,
      BookingSettings settings,
      Clock clock) {
    this.catalogues = catalogues;
  }

  /// @throws IllegalArgumentException when there is no such organisation
  public Catalogue catalogue(OrgId org) {
    return catalogues
        .find(org)
        .orElseThrow(() -> new IllegalArgumentException("no organisation " + org.value()));
  }

  /// What can be had of a wish, and if not that, why not and what comes nearest. The call's own
  /// hold does not stand in its way.
  public Offers offer(OrgId org, CallId call, SlotWish wish) {
    throw new UnsupportedOperationException("follows");
  }

  /// Keeps an offered slot for a few minutes; gives up what the call held before.
  public HoldOutcome hold(OrgId org, CallId call, SlotToken token) {
    throw new UnsupportedOperationException("follows");
  }

  /// Gives a hold back. Nothing happens when it is over already.
  public void release(OrgId org, HoldId hold) {
    throw new UnsupportedOperationException("follows");
  }

  /// Books an offered slot, held or not.
  ///
  /// @param key the same key never books twice
  public BookOutcome book(
      OrgId org, CallId call, SlotToken token, CustomerDetails customer, String key) {
    throw new UnsupportedOperationException("follows");
  }

  /// The customer's standing bookings that have not ended, soonest first.
  public List<Booking> upcoming(OrgId org, PhoneNumber phone) {
    throw new UnsupportedOperationException("follows");
  }

  public Optional<Booking> booking(OrgId org, BookingId booking) {
    throw new UnsupportedOperationException("follows");
  }

  /// Moves a booking to an offered slot in one act; the offer should come from a wish that says
  /// `moving`. The service must be the booking's own.
  ///
  /// @param key the same key never moves twice
  public RescheduleOutcome reschedule(
      OrgId org, CallId call, BookingId booking, SlotToken token, String key) {
    throw new UnsupportedOperationException("follows");
  }

  /// @param key the same key is answered the same
  public CancelOutcome cancel(OrgId org, CallId call, BookingId booking, String key) {
    throw new UnsupportedOperationException("follows");
  }

  public NoShowOutcome noShow(OrgId org, BookingId booking) {
    throw new UnsupportedOperationException("follows");
  }

  /// Books an offered slot and its recurrences, all or none. Recurrences keep the wall-clock time
  /// of the organisation's zone and the resources; they may lie beyond the booking window, for
  /// the series is how one books far ahead.
  ///
  /// @param rule   an RFC 5545 RRULE value (`FREQ=WEEKLY;INTERVAL=2;COUNT=6`) with COUNT or UNTIL
  /// @param except dates to leave out
  /// @throws IllegalArgumentException when the rule is malformed, endless or too long
  public SeriesOutcome series(
      OrgId org,
      CallId call,
      SlotToken token,
      String rule,
      Set<LocalDate> except,
      CustomerDetails customer,
      String key) {
    throw new UnsupportedOperationException("follows");
  }

  /// Waits for a slot that is not free now. When one comes free it is held for who waits longest,
  /// and a WAITLIST_OFFERED event tells so.
  public WaitlistOutcome joinWaitlist(
      OrgId org, CallId call, SlotWish wish, CustomerDetails customer, String key) {
    throw new UnsupportedOperationException("follows");
  }

  /// The customer's places on the waitlist, offers included.
  public List<WaitlistEntry> waiting(OrgId org, PhoneNumber phone) {
    throw new UnsupportedOperationException("follows");
  }

  /// Takes up the slot that is held for this entry.
  public BookOutcome acceptWaitlist(OrgId org, CallId call, WaitlistId entry, String key) {
    throw new UnsupportedOperationException("follows");
  }

  public void leaveWaitlist(OrgId org, WaitlistId entry) {
    throw new UnsupportedOperationException("follows");
  }

  /// Enters a booking made elsewhere: imported, walked in, in the owner's book. Schedule, notice,
  /// window, grid and limits do not apply; overlap is still refused.
  ///
  /// @param resources those known; for each further pool of the service a free one is chosen
  /// @param key       the same key never enters twice
  public BookOutcome enter(
      OrgId org,
      BookingId id,
      ServiceId service,
      List<ResourceId> resources,
      Instant start,
      CustomerDetails customer,
      String key) {
    throw new UnsupportedOperationException("follows");
  }

  /// Ends what is over: expires holds, lapses waitlist offers and offers what came free to who is
  /// next. Wants calling about once a minute for each organisation.
  ///
  /// @return how many offers were made
  public int sweep(OrgId org) {
    throw new UnsupportedOperationException("follows");
  }
}
