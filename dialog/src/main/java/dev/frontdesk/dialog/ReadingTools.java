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

/// The tools of an agent that thinks ahead: it may look at everything and write nothing.
record ReadingTools(AgentTools tools) implements AgentTools {

  /// Thinking has come to where something must be written: it goes on once the turn is committed.
  static final class MustWrite extends RuntimeException {
    private static final long serialVersionUID = 1;

    private MustWrite() {
      super("must write", null, false, false);
    }
  }

  @Override
  public Catalogue catalogue() {
    return tools.catalogue();
  }

  @Override
  public Offers offer(SlotWish wish) {
    return tools.offer(wish);
  }

  @Override
  public HoldOutcome hold(SlotToken token) {
    throw new MustWrite();
  }

  @Override
  public void release(HoldId hold) {
    throw new MustWrite();
  }

  @Override
  public BookOutcome book(SlotToken token, CustomerDetails customer, String key) {
    throw new MustWrite();
  }

  @Override
  public BookOutcome bookAnother(SlotToken token, CustomerDetails customer, String key) {
    throw new MustWrite();
  }

  @Override
  public SeriesOutcome series(
      SlotToken token, String rule, Set<LocalDate> except, CustomerDetails customer, String key) {
    throw new MustWrite();
  }

  @Override
  public List<Booking> upcoming(PhoneNumber phone) {
    return tools.upcoming(phone);
  }

  @Override
  public Optional<Booking> booking(BookingId id) {
    return tools.booking(id);
  }

  @Override
  public RescheduleOutcome reschedule(BookingId booking, SlotToken token, String key) {
    throw new MustWrite();
  }

  @Override
  public CancelOutcome cancel(BookingId booking, String key) {
    throw new MustWrite();
  }

  @Override
  public WaitlistOutcome joinWaitlist(SlotWish wish, CustomerDetails customer, String key) {
    throw new MustWrite();
  }

  @Override
  public Optional<PhoneNumber> person() {
    return tools.person();
  }
}
