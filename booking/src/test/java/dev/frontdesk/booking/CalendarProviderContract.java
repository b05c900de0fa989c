package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every calendar must keep, whoever's it is.
public abstract class CalendarProviderContract {
  protected static final OrgId ORG = new OrgId("maple");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final BookingId ONE = new BookingId("b-1");

  private final Instant now = now();
  private final Instant ten = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(34));

  /// What the business sees in its calendar, and does to it by hand.
  public interface Owner {
    List<Seen> events();

    void edit(String event, String summary);

    void delete(String event);

    String put(Instant from, Instant to);

    /// The vendor forgets what it told until now.
    void forget();

    void takeAccessBack();
  }

  public record Seen(String id, String summary, Instant start, Instant end) {}

  protected abstract CalendarProvider provider();

  protected abstract Owner owner();

  protected abstract String calendar();

  protected abstract Instant now();

  /// Whether the port was told that access was taken back.
  protected abstract boolean wasToldOfRefusal();

  @Test
  void a_booking_is_written_once_however_often_it_is_put() {
    var first = put(entry(1, ten), Optional.empty());
    var second = put(entry(1, ten), Optional.empty());
    var third = put(entry(1, ten), Optional.of(first));

    assertThat(owner().events()).hasSize(1);
    assertThat(owner().events().getFirst().start()).isEqualTo(ten);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(third.id()).isEqualTo(first.id());
  }

  @Test
  void a_moved_booking_moves_its_event() {
    var first = put(entry(1, ten), Optional.empty());

    var moved = put(entry(2, ten.plusSeconds(3600)), Optional.of(first));

    assertThat(moved.id()).isEqualTo(first.id());
    assertThat(moved.tag()).isNotEqualTo(first.tag());
    assertThat(owner().events()).extracting(Seen::start).containsExactly(ten.plusSeconds(3600));
  }

  @Test
  void a_write_whose_answer_was_lost_is_found_again() {
    var first = put(entry(1, ten), Optional.empty());
    put(entry(2, ten.plusSeconds(3600)), Optional.of(first)); // nobody noted its new tag

    var again = put(entry(2, ten.plusSeconds(3600)), Optional.of(first));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(owner().events()).hasSize(1);
  }

  @Test
  void an_older_version_never_overwrites_a_newer() {
    var first = put(entry(1, ten), Optional.empty());
    put(entry(3, ten.plusSeconds(7200)), Optional.of(first));

    put(entry(2, ten.plusSeconds(3600)), Optional.of(first));

    assertThat(owner().events()).extracting(Seen::start).containsExactly(ten.plusSeconds(7200));
  }

  @Test
  void what_the_owner_edited_is_overtaken_by_the_booking_where_they_differ() {
    var first = put(entry(1, ten), Optional.empty());
    owner().edit(first.id(), "mine");

    var moved = put(entry(2, ten.plusSeconds(3600)), Optional.of(first));

    assertThat(moved.id()).isEqualTo(first.id());
    assertThat(owner().events().getFirst().start()).isEqualTo(ten.plusSeconds(3600));
    assertThat(owner().events().getFirst().summary()).isEqualTo("Haircut: Dana");
  }

  @Test
  void an_event_that_the_owner_deleted_is_back_with_the_next_change() {
    var first = put(entry(1, ten), Optional.empty());
    owner().delete(first.id());

    put(entry(2, ten.plusSeconds(3600)), Optional.of(first));

    assertThat(owner().events()).extracting(Seen::start).containsExactly(ten.plusSeconds(3600));
  }

  @Test
  void a_cancelled_booking_is_taken_off_and_twice_is_once() {
    var first = put(entry(1, ten), Optional.empty());

    assertThat(remove(Optional.of(first))).isPresent();
    assertThat(remove(Optional.of(first))).isEmpty();

    assertThat(owner().events()).isEmpty();
  }

  @Test
  void an_event_whose_writing_was_never_confirmed_is_taken_off_too() {
    put(entry(1, ten), Optional.empty());

    assertThat(remove(Optional.empty())).isPresent();

    assertThat(owner().events()).isEmpty();
  }

  @Test
  void taking_off_what_never_was_is_nothing() {
    assertThat(remove(Optional.empty())).isEmpty();
  }

  @Test
  void an_edited_event_is_taken_off_as_well() {
    var first = put(entry(1, ten), Optional.empty());
    owner().edit(first.id(), "mine");

    assertThat(remove(Optional.of(first))).isPresent();
    assertThat(owner().events()).isEmpty();
  }

  @Test
  void all_is_read_first_and_then_what_changed() {
    var dentist = owner().put(ten, ten.plusSeconds(1800));
    var all = since(Optional.empty());
    assertThat(all.events()).contains(new Change(dentist, slot(ten, 1800), false));

    var lunch = owner().put(ten.plusSeconds(7200), ten.plusSeconds(9000));
    owner().delete(dentist);
    var changed = since(Optional.of(all.token()));

    assertThat(changed.events())
        .containsExactlyInAnyOrder(
            new Change(dentist, Optional.empty(), false),
            new Change(lunch, slot(ten.plusSeconds(7200), 1800), false));
    assertThat(since(Optional.of(changed.token())).events()).isEmpty();
  }

  @Test
  void our_own_events_are_known_as_ours() {
    put(entry(1, ten), Optional.empty());

    assertThat(since(Optional.empty()).events()).extracting(Change::ours).containsExactly(true);
  }

  @Test
  void a_token_that_the_vendor_forgot_is_told() {
    var all = since(Optional.empty());
    owner().forget();

    assertThat(changes(Optional.of(all.token())))
        .isEqualTo(new Ok<>(new CalendarChanges.Forgotten()));
  }

  @Test
  void busy_time_is_asked_for_live() {
    owner().put(ten, ten.plusSeconds(1800));

    var busy = provider().busy(ORG, calendar(), range(), deadline());

    assertThat(busy).isEqualTo(new Ok<>(List.of(slot(ten, 1800).orElseThrow())));
  }

  @Test
  void a_calendar_that_is_not_there_is_unknown_and_not_free() {
    assertThat(provider().busy(ORG, "nobody@example.test", range(), deadline()))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(Failure.Permanent.class));
  }

  @Test
  void access_that_was_taken_back_is_permanent_and_told() {
    put(entry(1, ten), Optional.empty());
    owner().takeAccessBack();

    var refused = provider().put(ORG, entry(2, ten), Optional.empty(), deadline());

    assertThat(refused)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(Failure.Permanent.class));
    assertThat(wasToldOfRefusal()).isTrue();
  }

  @Test
  void a_series_shows_each_of_its_dates_once_whoever_is_written_first() {
    var starts = List.of(ten, ten.plus(Duration.ofDays(7)), ten.plus(Duration.ofDays(14)));

    for (int i : List.of(2, 0, 1, 0)) {
      put(occurrence("b-" + i, 1, starts, i, starts.get(i)), Optional.empty());
    }

    assertThat(owner().events())
        .extracting(Seen::start)
        .containsExactlyInAnyOrderElementsOf(starts);
  }

  @Test
  void an_occurrence_is_moved_and_another_taken_off_while_the_rest_stands() {
    var starts = List.of(ten, ten.plus(Duration.ofDays(7)), ten.plus(Duration.ofDays(14)));
    var second = put(occurrence("b-1", 1, starts, 1, starts.get(1)), Optional.empty());
    var third = put(occurrence("b-2", 1, starts, 2, starts.get(2)), Optional.empty());
    var later = starts.get(1).plusSeconds(3600);

    put(occurrence("b-1", 2, starts, 1, later), Optional.of(second));
    provider().remove(ORG, new BookingId("b-2"), calendar(), Optional.of(third), deadline());

    assertThat(owner().events()).extracting(Seen::start).containsExactlyInAnyOrder(ten, later);
    assertThat(since(Optional.empty()).events()).extracting(Change::ours).containsOnly(true);
  }

  @Test
  void a_channel_is_opened_and_stopped_once() {
    var opened =
        provider()
            .watch(
                ORG,
                calendar(),
                "channel-1",
                "https://desk.example.test/calendar/push",
                new Secret("t"),
                now.plus(Duration.ofDays(1)),
                deadline());

    var channel = ok(opened);
    assertThat(channel.expiresAt()).isAfter(now);
    assertThat(ok(provider().stop(ORG, channel, deadline()))).isTrue();
    assertThat(ok(provider().stop(ORG, channel, deadline()))).isFalse();
  }

  private CalendarEntry occurrence(
      String booking, int version, List<Instant> starts, int index, Instant at) {
    var series = new Occurrence(new SeriesId("s-1"), starts, starts.get(index));
    return entry(booking, version, at, Optional.of(series));
  }

  protected CalendarEntry entry(int version, Instant start) {
    return entry(ONE.value(), version, start, Optional.empty());
  }

  private CalendarEntry entry(
      String booking, int version, Instant start, Optional<Occurrence> series) {
    return new CalendarEntry(
        new BookingId(booking),
        version,
        calendar(),
        new Slot(start, start.plusSeconds(1800)),
        ZONE,
        "Haircut: Dana",
        "Haircut with Ana",
        Optional.of("12 Maple Street"),
        List.of("haircut"),
        List.of(),
        series);
  }

  protected CalendarEvent put(CalendarEntry entry, Optional<CalendarEvent> known) {
    return ok(provider().put(ORG, entry, known, deadline()));
  }

  private Optional<CalendarEvent> remove(Optional<CalendarEvent> known) {
    return ok(provider().remove(ORG, ONE, calendar(), known, deadline()));
  }

  private ProviderResult<CalendarChanges> changes(Optional<String> token) {
    return provider().changes(ORG, calendar(), token, range(), deadline());
  }

  private CalendarChanges.Since since(Optional<String> token) {
    return (CalendarChanges.Since) ok(changes(token));
  }

  private Slot range() {
    return new Slot(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));
  }

  private static Optional<Slot> slot(Instant start, long seconds) {
    return Optional.of(new Slot(start, start.plusSeconds(seconds)));
  }

  protected Instant deadline() {
    return now().plusSeconds(30);
  }

  protected static <T> T ok(ProviderResult<T> result) {
    if (result instanceof Ok<T>(var value)) {
      return value;
    }
    throw new AssertionError("failed: " + result);
  }
}
