package dev.frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.booking.WrittenEntry.State;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is kept about calendars, wherever it is kept.
public abstract class CalendarStoresContract {
  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final BookingId ONE = new BookingId("b-1");
  private static final BookingId TWO = new BookingId("b-2");
  private static final String CALENDAR = "shop@example.test";

  private final OrgId org = org();

  /// One that nothing is kept of yet.
  protected abstract OrgId org();

  protected abstract CalendarConnections connections();

  protected abstract WrittenEntries written();

  protected abstract CalendarMirrors mirrors();

  @Test
  void a_connection_is_kept_with_its_grant() {
    assertThat(connections().find(org)).isEmpty();
    var connected = CalendarConnection.none(org).connected(Optional.of(new Secret("1//a")), NOON);

    connections().save(connected);
    assertThat(connections().find(org)).contains(connected);

    connections().save(connected.broken("invalid_grant", NOON.plusSeconds(1)));
    assertThat(connections().find(org))
        .contains(connected.broken("invalid_grant", NOON.plusSeconds(1)));

    connections().save(connected.disconnected(NOON.plusSeconds(2)));
    assertThat(connections().find(org).orElseThrow().grant()).isEmpty();
  }

  @Test
  void what_was_written_is_kept_and_an_older_version_never_replaces_a_newer() {
    var second = entry(ONE, 2, State.WRITTEN, Optional.of(event("2")));
    written().save(entry(ONE, 1, State.WRITTEN, Optional.of(event("1"))));
    written().save(second);
    written().save(entry(ONE, 1, State.PUT_OFF, Optional.empty()));

    assertThat(written().find(org, ONE)).contains(second);
    assertThat(written().find(org, TWO)).isEmpty();
  }

  @Test
  void the_same_version_may_come_to_stand_otherwise() {
    written().save(entry(ONE, 1, State.PUT_OFF, Optional.empty()));
    assertThat(written().putOff(org, 10)).containsExactly(ONE);

    written().save(entry(ONE, 1, State.WRITTEN, Optional.of(event("1"))));
    assertThat(written().putOff(org, 10)).isEmpty();
  }

  @Test
  void the_dates_of_a_series_are_those_of_who_asked_first() {
    var series = new SeriesId("s-1");
    var later = NOON.plus(Duration.ofDays(7));
    var first = written().occurrence(org, series, TWO, Map.of(ONE, NOON, TWO, later));

    var moved = NOON.plusSeconds(3600);
    var second = written().occurrence(org, series, ONE, Map.of(ONE, moved, TWO, later));

    assertThat(first.orElseThrow().all()).containsExactly(NOON, later);
    assertThat(first.orElseThrow().original()).isEqualTo(later);
    assertThat(second.orElseThrow().original()).isEqualTo(NOON);
    assertThat(written().occurrence(org, series, new BookingId("b-9"), Map.of())).isEmpty();
  }

  @Test
  void a_reading_replaces_changes_and_forgets_events() {
    var unread = CalendarMirror.unread(org, CALENDAR, NOON);
    var first = unread.readWhole("t1", CalendarMirror.range(NOON), NOON);
    assertThat(
            mirrors().apply(Optional.empty(), first, List.of(change("a", 0), change("b", 2)), true))
        .isTrue();
    assertThat(busy()).containsExactlyInAnyOrder("a", "b");

    var second = first.readOn("t2", NOON.plusSeconds(60));
    var gone = new Change("a", Optional.empty(), false);
    assertThat(mirrors().apply(Optional.of(first), second, List.of(gone, change("c", 4)), false))
        .isTrue();
    assertThat(busy()).containsExactlyInAnyOrder("b", "c");
    assertThat(mirrors().find(org, CALENDAR)).contains(second);

    var third = second.readWhole("t3", CalendarMirror.range(NOON), NOON.plusSeconds(120));
    assertThat(mirrors().apply(Optional.of(second), third, List.of(change("d", 6)), true)).isTrue();
    assertThat(busy()).containsExactly("d");
  }

  @Test
  void a_reading_that_began_before_another_was_applied_is_dropped() {
    var first =
        CalendarMirror.unread(org, CALENDAR, NOON)
            .readWhole("t1", CalendarMirror.range(NOON), NOON);
    mirrors().apply(Optional.empty(), first, List.of(), true);
    mirrors().apply(
        Optional.of(first), first.readOn("t2", NOON), List.of(change("new", 0)), false);

    var late = first.readOn("t1b", NOON);
    assertThat(mirrors().apply(Optional.of(first), late, List.of(change("old", 0)), false))
        .isFalse();

    assertThat(busy()).containsExactly("new");
  }

  @Test
  void only_what_overlaps_is_known_of_the_calendars_that_were_asked_for() {
    var first =
        CalendarMirror.unread(org, CALENDAR, NOON)
            .readWhole("t1", CalendarMirror.range(NOON), NOON);
    mirrors().apply(Optional.empty(), first, List.of(change("a", 0), change("b", 1)), true);
    var hour = new Slot(NOON.plusSeconds(3600), NOON.plusSeconds(7200));

    var known = mirrors().known(org, Set.of(CALENDAR, "other"), hour);

    assertThat(known.mirrors()).containsExactly(first);
    assertThat(known.events()).extracting(CalendarMirrors.Outside::event).containsExactly("b");
    assertThat(mirrors().known(org, Set.of("other"), hour).events()).isEmpty();
  }

  @Test
  void a_failure_leaves_what_is_known_and_says_why() {
    var first =
        CalendarMirror.unread(org, CALENDAR, NOON)
            .readWhole("t1", CalendarMirror.range(NOON), NOON);
    mirrors().apply(Optional.empty(), first, List.of(change("a", 0)), true);

    mirrors().failed(first.failed("503"));

    assertThat(mirrors().find(org, CALENDAR)).contains(first.failed("503"));
    assertThat(busy()).containsExactly("a");
  }

  @Test
  void a_channel_is_kept_with_its_calendar() {
    var first =
        CalendarMirror.unread(org, CALENDAR, NOON)
            .readWhole("t1", CalendarMirror.range(NOON), NOON);
    mirrors().apply(Optional.empty(), first, List.of(), true);
    var channel = new PushChannel(CALENDAR, "c-1", "r-1", NOON.plusSeconds(60));

    mirrors().channel(org, CALENDAR, Optional.of(channel));
    assertThat(mirrors().find(org, CALENDAR).orElseThrow().channel()).contains(channel);

    mirrors().channel(org, CALENDAR, Optional.empty());
    assertThat(mirrors().find(org, CALENDAR).orElseThrow().channel()).isEmpty();
  }

  private List<String> busy() {
    return mirrors().known(org, Set.of(CALENDAR), CalendarMirror.range(NOON)).events().stream()
        .map(CalendarMirrors.Outside::event)
        .toList();
  }

  private static Change change(String id, int hour) {
    var from = NOON.plus(Duration.ofHours(hour));
    return new Change(id, Optional.of(new Slot(from, from.plusSeconds(3600))), false);
  }

  private static CalendarEvent event(String tag) {
    return new CalendarEvent(CALENDAR, "e-1", 0, tag);
  }

  private WrittenEntry entry(
      BookingId booking, int version, State state, Optional<CalendarEvent> event) {
    return new WrittenEntry(org, booking, version, state, event, NOON);
  }
}
