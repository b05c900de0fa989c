package dev.frontdesk.booking;

import static dev.frontdesk.booking.CalendarShop.ORG;
import static dev.frontdesk.booking.MapleStreet.ANA;
import static dev.frontdesk.booking.MapleStreet.CALL;
import static dev.frontdesk.booking.MapleStreet.HAIRCUT;
import static dev.frontdesk.booking.MapleStreet.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.CalendarProviderContract.Seen;
import dev.frontdesk.booking.WrittenEntry.State;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarWritingTest {
  private final CalendarShop shop = new CalendarShop();

  @Test
  void a_booking_is_written_as_it_stands_and_noted() {
    var booking = booked();

    assertThat(write(booking)).isEqualTo(new Ok<>("event b1 written"));

    assertThat(shop.calendar.events())
        .containsExactly(
            new Seen(
                "b1",
                "Haircut: Dana Whitfield",
                at("2026-06-16T15:00"),
                at("2026-06-16T15:30")));
    assertThat(noted(booking).state()).isEqualTo(State.WRITTEN);
    assertThat(noted(booking).version()).isEqualTo(1);
    assertThat(noted(booking).at()).isEqualTo(shop.now());
  }

  @Test
  void what_stands_already_is_not_written_again() {
    var booking = booked();
    write(booking);
    var tag = noted(booking).event().orElseThrow().tag();

    assertThat(write(booking)).isEqualTo(new Ok<>("nothing to do: version 1 stands"));
    assertThat(noted(booking).event().orElseThrow().tag()).isEqualTo(tag);
  }

  @Test
  void only_the_newest_state_is_written_however_many_jobs_there_are() {
    var booking = booked();
    move(booking, "2026-06-17T15:00");
    shop.shop.desk.cancel(ORG, CALL, booking.id(), "k-cancel");

    write(booking);
    write(booking);
    write(booking);

    assertThat(shop.calendar.events()).isEmpty();
    assertThat(noted(booking).state()).isEqualTo(State.REMOVED);
    assertThat(noted(booking).version()).isEqualTo(3);
  }

  @Test
  void a_move_and_a_cancellation_follow() {
    var booking = booked();
    write(booking);

    move(booking, "2026-06-17T15:00");
    write(booking);
    assertThat(shop.calendar.events())
        .extracting(Seen::start)
        .containsExactly(at("2026-06-17T15:00"));

    shop.shop.desk.cancel(ORG, CALL, booking.id(), "k-cancel");
    write(booking);
    assertThat(shop.calendar.events()).isEmpty();
  }

  @Test
  void an_unconfirmed_write_is_left_to_whoever_tries_again() {
    var booking = booked();
    shop.calendar.failNext(new Unconfirmed("reset"));

    assertThat(write(booking)).isEqualTo(new Failed<>(new Unconfirmed("reset")));
    assertThat(shop.kept.find(ORG, booking.id())).isEmpty();
    assertThat(write(booking)).isInstanceOf(Ok.class);
  }

  @Test
  void access_that_was_taken_back_puts_the_booking_off_and_it_is_caught_up_later() {
    var booking = booked();
    shop.calendar.takeAccessBack();

    assertThat(write(booking)).isEqualTo(new Ok<>("put off: the calendar is not connected"));
    assertThat(shop.told).containsExactly("disconnected: invalid_grant");
    assertThat(shop.kept.putOff(ORG, 10)).containsExactly(booking.id());

    move(booking, "2026-06-17T15:00");
    shop.calendar.giveAccess();
    reconnect();
    assertThat(write(booking)).isInstanceOf(Ok.class);

    assertThat(shop.kept.putOff(ORG, 10)).isEmpty();
    assertThat(shop.calendar.events())
        .extracting(Seen::start)
        .containsExactly(at("2026-06-17T15:00"));
  }

  @Test
  void while_disconnected_the_vendor_is_not_asked() {
    var booking = booked();
    shop.kept.save(shop.kept.find(ORG).orElseThrow().broken("invalid_grant", shop.now()));

    write(booking);

    assertThat(shop.calendar.events()).isEmpty();
    assertThat(noted(booking).state()).isEqualTo(State.PUT_OFF);
  }

  @Test
  void a_booking_over_something_else_is_told() {
    shop.plan = CalendarShop.plan(ConflictPolicy.WARN, Map.of());
    shop.calendar.put(at("2026-06-16T15:15"), at("2026-06-16T16:00"));
    shop.reading.read(ORG, CalendarShop.CALENDAR, shop.now());
    var booking = booked();

    write(booking);
    assertThat(shop.clashes).containsExactly(booking.id());

    move(booking, "2026-06-17T15:00");
    write(booking);
    assertThat(shop.clashes).isEmpty();
  }

  @Test
  void a_series_is_written_as_one_and_each_of_it_can_be_changed() {
    var token = shop.shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);
    var outcome =
        shop.shop.desk.series(
            ORG, CALL, token, "FREQ=WEEKLY;COUNT=3", Set.of(), MapleStreet.DANA, "k-series");
    var bookings = ((SeriesOutcome.Booked) outcome).bookings();

    write(bookings.get(1));
    assertThat(shop.calendar.events()).hasSize(3);
    bookings.forEach(this::write);
    assertThat(shop.calendar.events()).hasSize(3);

    shop.shop.desk.cancel(ORG, CALL, bookings.get(2).id(), "k-cancel");
    write(bookings.get(2));
    assertThat(shop.calendar.events())
        .extracting(Seen::start)
        .containsExactlyInAnyOrder(at("2026-06-16T15:00"), at("2026-06-23T15:00"));
  }

  @Test
  void one_of_a_series_that_was_cancelled_before_it_was_written_does_not_stay() {
    var token = shop.shop.tokenAt(HAIRCUT, "2026-06-16T15:00", CALL);
    var outcome =
        shop.shop.desk.series(
            ORG, CALL, token, "FREQ=WEEKLY;COUNT=2", Set.of(), MapleStreet.DANA, "k-series");
    var bookings = ((SeriesOutcome.Booked) outcome).bookings();
    write(bookings.getFirst());

    shop.shop.desk.cancel(ORG, CALL, bookings.get(1).id(), "k-cancel");
    write(bookings.get(1));

    assertThat(shop.calendar.events())
        .extracting(Seen::start)
        .containsExactly(at("2026-06-16T15:00"));
  }

  private Booking booked() {
    return shop.shop.entered("b1", HAIRCUT, ANA, "2026-06-16T15:00");
  }

  private void move(Booking booking, String to) {
    var token = shop.shop.tokenAt(HAIRCUT, to, CALL);
    shop.shop.desk.reschedule(ORG, CALL, booking.id(), token, "k-" + to);
  }

  private void reconnect() {
    var broken = shop.kept.find(ORG).orElseThrow();
    shop.kept.save(broken.connected(Optional.empty(), shop.now()));
  }

  private ProviderResult<String> write(Booking booking) {
    return shop.writing.write(ORG, booking.id(), shop.now());
  }

  private WrittenEntry noted(Booking booking) {
    return shop.kept.find(ORG, new BookingId(booking.id().value())).orElseThrow();
  }
}
