package dev.frontdesk.dialog;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.CancelOutcome;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.HoldOutcome;
import dev.frontdesk.booking.Offers;
import dev.frontdesk.booking.RescheduleOutcome;
import dev.frontdesk.booking.SeriesOutcome;
import dev.frontdesk.booking.SlotToken;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.booking.WaitlistOutcome;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The booking desk as one call's agent sees it.
///
/// @param person whom a caller who asks for a person is put through to
public record DeskTools(BookingDesk desk, OrgId org, CallId call, Optional<PhoneNumber> person)
    implements AgentTools {

  @Override
  public Catalogue catalogue() {
    return desk.catalogue(org);
  }

  @Override
  public Offers offer(SlotWish wish) {
    return desk.offer(org, call, wish);
  }

  @Override
  public HoldOutcome hold(SlotToken token) {
    return desk.hold(org, call, token);
  }

  @Override
  public void release(HoldId hold) {
    desk.release(org, hold);
  }

  @Override
  public BookOutcome book(SlotToken token, CustomerDetails customer, String key) {
    return desk.book(org, call, token, customer, ofCall(key));
  }

  @Override
  public BookOutcome bookAnother(SlotToken token, CustomerDetails customer, String key) {
    return desk.bookAnother(org, call, token, customer, ofCall(key));
  }

  @Override
  public SeriesOutcome series(
      SlotToken token, String rule, Set<LocalDate> except, CustomerDetails customer, String key) {
    return desk.series(org, call, token, rule, except, customer, ofCall(key));
  }

  @Override
  public List<Booking> upcoming(PhoneNumber phone) {
    return desk.upcoming(org, phone);
  }

  @Override
  public Optional<Booking> booking(BookingId id) {
    return desk.booking(org, id);
  }

  @Override
  public RescheduleOutcome reschedule(BookingId booking, SlotToken token, String key) {
    return desk.reschedule(org, call, booking, token, ofCall(key));
  }

  @Override
  public CancelOutcome cancel(BookingId booking, String key) {
    return desk.cancel(org, call, booking, ofCall(key));
  }

  @Override
  public WaitlistOutcome joinWaitlist(SlotWish wish, CustomerDetails customer, String key) {
    return desk.joinWaitlist(org, call, wish, customer, ofCall(key));
  }

  /// Keys are the organisation's; an agent knows only its own call.
  private String ofCall(String key) {
    return call.value() + "/" + key;
  }
}
