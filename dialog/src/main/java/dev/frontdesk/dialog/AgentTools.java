package dev.frontdesk.dialog;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.Booking;
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
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an agent may do in one call, and nothing beyond. Blocks. What a write answers is committed;
/// each outcome is a case of its own, so that no agent can take a refusal for a booking.
public interface AgentTools {

  Catalogue catalogue();

  /// What can be had of a wish; the agent offers nothing that did not come from here.
  Offers offer(SlotWish wish);

  HoldOutcome hold(SlotToken token);

  void release(HoldId hold);

  /// @param key the same key never books twice
  BookOutcome book(SlotToken token, CustomerDetails customer, String key);

  /// One more beside what this call has booked at that time.
  BookOutcome bookAnother(SlotToken token, CustomerDetails customer, String key);

  /// The slot and its recurrences by an RFC 5545 rule, without the days in `except`; all or none.
  SeriesOutcome series(
      SlotToken token, String rule, Set<LocalDate> except, CustomerDetails customer, String key);

  /// The customer's standing bookings, soonest first.
  List<Booking> upcoming(PhoneNumber phone);

  Optional<Booking> booking(BookingId id);

  RescheduleOutcome reschedule(BookingId booking, SlotToken token, String key);

  CancelOutcome cancel(BookingId booking, String key);

  WaitlistOutcome joinWaitlist(SlotWish wish, CustomerDetails customer, String key);

  /// Whom a caller who asks for a person is put through to, if anybody.
  Optional<PhoneNumber> person();
}
