package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.HoldOutcome;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.Service;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Many callers for the seats of one group at one time, all at once, on the real database.
class ManyForOneSlotTest {
  private static final int CALLERS = 48;
  private static final ServiceId CLASS = new ServiceId("class");

  private final OrgId org = TestStorage.newOrganisation();
  private final BookingDesk desk =
      new BookingDesk(
          TestStorage.shared().catalogues(),
          TestStorage.shared().bookings(),
          TestStorage.shared().waitlist(),
          new Secret("a key of at least thirty-two bytes"),
          BookingSettings.DEFAULT,
          CLOCK);

  @Test
  void everybody_gets_one_of_just_enough_seats() throws Exception {
    seats(CALLERS);
    var offers = offers();

    var held = atOnce(offers, n -> desk.hold(org, call(n), offers.get(n).token()));
    var booked = atOnce(offers, n -> book(n, offers.get(n)));

    assertThat(held).hasSize(CALLERS).allMatch(HoldOutcome.Held.class::isInstance);
    assertThat(booked).hasSize(CALLERS).allMatch(BookOutcome.Booked.class::isInstance);
  }

  @Test
  void everybody_books_at_once_who_held_nothing() throws Exception {
    seats(CALLERS);
    var offers = offers();

    assertThat(atOnce(offers, n -> book(n, offers.get(n))))
        .hasSize(CALLERS)
        .allMatch(BookOutcome.Booked.class::isInstance);
  }

  @Test
  void one_seat_too_few_leaves_one_caller_standing() throws Exception {
    seats(CALLERS - 1);
    var offers = offers();

    var booked = atOnce(offers, n -> book(n, offers.get(n)));

    assertThat(booked.stream().filter(BookOutcome.Booked.class::isInstance))
        .hasSize(CALLERS - 1);
    assertThat(booked.stream().filter(BookOutcome.JustTaken.class::isInstance)).hasSize(1);
  }

  private BookOutcome book(int n, Offer offer) {
    return desk.book(org, call(n), offer.token(), Bookings.DANA, "many-" + n);
  }

  private List<Offer> offers() {
    var offers = new ArrayList<Offer>();
    for (int n = 0; n < CALLERS; n++) {
      var wish = SlotWish.at(CLASS, LocalDateTime.parse("2026-03-03T10:00"), 1);
      offers.add(desk.offer(org, call(n), wish).offers().getFirst());
    }
    return offers;
  }

  private void seats(int seats) {
    var like = TestStorage.catalogue(org, "Maple Street");
    var service = Service.of(CLASS, "Class", Duration.ofMinutes(30)).withCapacity(seats);
    TestStorage.shared()
        .organisations()
        .save(new Catalogue(like.organisation(), List.of(service), like.resources()), Set.of());
  }

  private static CallId call(int n) {
    return new CallId("many-" + n);
  }

  private static <T> List<T> atOnce(List<Offer> offers, Function<Integer, T> act)
      throws Exception {
    var acts = new ArrayList<Callable<T>>();
    for (int n = 0; n < offers.size(); n++) {
      int caller = n;
      acts.add(() -> act.apply(caller));
    }
    var done = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(acts)) {
        done.add(one.get());
      }
    }
    return done;
  }
}
