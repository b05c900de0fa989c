package dev.frontdesk.booking;

import dev.frontdesk.booking.StandingBookings.Permission;
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
  private final BookingStore store;
  private final WaitlistStore waitlist;
  private final Clock clock;
  private final SlotOffers offers;
  private final Bookings bookings;
  private final StandingBookings standing;
  private final RecurringBookings series;
  private final EnteredBookings entered;
  private final WaitingList waitingList;

  /// @param tokenKey signs slot tokens: at least 32 characters, the same on every node
  public BookingDesk(
      CatalogueStore catalogues,
      BookingStore store,
      WaitlistStore waitlist,
      Secret tokenKey,
      BookingSettings settings,
      Clock clock) {
    this(catalogues, store, waitlist, OutsideTimes.NONE, tokenKey, settings, clock);
  }

  /// @param outside  what besides bookings keeps resources busy
  /// @param tokenKey signs slot tokens: at least 32 characters, the same on every node
  public BookingDesk(
      CatalogueStore catalogues,
      BookingStore store,
      WaitlistStore waitlist,
      OutsideTimes outside,
      Secret tokenKey,
      BookingSettings settings,
      Clock clock) {
    this.catalogues = catalogues;
    this.store = store;
    this.waitlist = waitlist;
    this.clock = clock;
    var tokens = new SlotTokens(tokenKey, settings.tokenFor());
    this.offers = new SlotOffers(store, outside, tokens);
    this.bookings = new Bookings(store, offers, tokens, settings);
    this.standing = new StandingBookings(store);
    this.series = new RecurringBookings(store, offers, tokens);
    this.entered = new EnteredBookings(store);
    this.waitingList = new WaitingList(store, waitlist, offers, settings);
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
    return offers.offer(catalogue(org), call, wish, clock.instant());
  }

  /// Keeps an offered slot for a few minutes; gives up what the call held before.
  public HoldOutcome hold(OrgId org, CallId call, SlotToken token) {
    return bookings.hold(catalogue(org), call, token, clock.instant());
  }

  /// Gives a hold back. Nothing happens when it is over already.
  public void release(OrgId org, HoldId hold) {
    store.release(org, hold, clock.instant());
  }

  /// Books an offered slot, held or not.
  ///
  /// @param key the same key never books twice
  public BookOutcome book(
      OrgId org, CallId call, SlotToken token, CustomerDetails customer, String key) {
    return bookings.book(catalogue(org), call, token, customer, key, false, clock.instant());
  }

  /// Books an offered slot beside what the call has booked at that time already: a second chair
  /// for the caller's child. `book` takes that for the same wish told twice.
  ///
  /// @param key the same key never books twice
  public BookOutcome bookAnother(
      OrgId org, CallId call, SlotToken token, CustomerDetails customer, String key) {
    return bookings.book(catalogue(org), call, token, customer, key, true, clock.instant());
  }

  /// The customer's standing bookings that have not ended, soonest first.
  public List<Booking> upcoming(OrgId org, PhoneNumber phone) {
    return store.upcoming(org, phone, clock.instant());
  }

  public Optional<Booking> booking(OrgId org, BookingId booking) {
    return store.find(org, booking);
  }

  /// Moves a booking to an offered slot in one act; the offer should come from a wish that says
  /// `moving`. Such an offer may be of another service: then the booking becomes one of that.
  ///
  /// @param key the same key never moves twice
  public RescheduleOutcome reschedule(
      OrgId org, CallId call, BookingId booking, SlotToken token, String key) {
    var before = store.byKey(org, key);
    if (!before.isEmpty()) {
      return new RescheduleOutcome.Moved(before.getFirst());
    }
    var now = clock.instant();
    var catalogue = catalogue(org);
    var outcome =
        switch (standing.mayChange(catalogue, booking, now)) {
          case Permission.Denied(var refusal) -> new RescheduleOutcome.NotAllowed(refusal);
          case Permission.Granted(var found) ->
              bookings.reschedule(catalogue, call, found, token, key, now);
        };
    if (outcome instanceof RescheduleOutcome.Moved) {
      waitingList.offerFreed(catalogue, now);
    }
    return outcome;
  }

  /// @param key the same key is answered the same
  public CancelOutcome cancel(OrgId org, CallId call, BookingId booking, String key) {
    var now = clock.instant();
    var catalogue = catalogue(org);
    var outcome = standing.cancel(catalogue, call, booking, key, now);
    if (outcome instanceof CancelOutcome.Cancelled) {
      waitingList.offerFreed(catalogue, now);
    }
    return outcome;
  }

  public NoShowOutcome noShow(OrgId org, BookingId booking) {
    return standing.noShow(org, booking, clock.instant());
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
    var now = clock.instant();
    return series.book(catalogue(org), call, token, rule, except, customer, key, now);
  }

  /// Waits for a slot that is not free now. When one comes free it is held for who waits longest,
  /// and a WAITLIST_OFFERED event tells so.
  public WaitlistOutcome joinWaitlist(
      OrgId org, CallId call, SlotWish wish, CustomerDetails customer, String key) {
    return waitingList.join(catalogue(org), call, wish, customer, key, clock.instant());
  }

  /// The customer's places on the waitlist, offers included.
  public List<WaitlistEntry> waiting(OrgId org, PhoneNumber phone) {
    return waitlist.openFor(org, phone);
  }

  /// Takes up the slot that is held for this entry.
  public BookOutcome acceptWaitlist(OrgId org, CallId call, WaitlistId entry, String key) {
    return waitingList.accept(catalogue(org), call, entry, key, clock.instant());
  }

  public void leaveWaitlist(OrgId org, WaitlistId entry) {
    waitingList.leave(catalogue(org), entry, clock.instant());
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
    var entry = new EnteredBookings.Entry(id, service, resources, start, customer, key);
    return entered.enter(catalogue(org), entry, clock.instant());
  }

  /// Ends what is over: expires holds, lapses waitlist offers and offers what came free to who is
  /// next. Wants calling about once a minute for each organisation.
  ///
  /// @return how many offers were made
  public int sweep(OrgId org) {
    var now = clock.instant();
    store.expireHolds(org, now);
    var catalogue = catalogue(org);
    waitingList.lapse(catalogue, now);
    return waitingList.offerFreed(catalogue, now);
  }
}
