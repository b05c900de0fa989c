package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is kept of one organisation's calendars, in memory.
public final class MemoryCalendarStores
    implements CalendarConnections, WrittenEntries, CalendarMirrors {
  private final Map<OrgId, CalendarConnection> connections = new HashMap<>();
  private final Map<BookingId, WrittenEntry> written = new LinkedHashMap<>();
  private final Map<SeriesId, Map<BookingId, Instant>> series = new HashMap<>();
  private final Map<String, CalendarMirror> mirrors = new HashMap<>();
  private final Map<String, Outside> outside = new LinkedHashMap<>();

  @Override
  public Optional<CalendarConnection> find(OrgId org) {
    return Optional.ofNullable(connections.get(org));
  }

  @Override
  public void save(CalendarConnection connection) {
    connections.put(connection.org(), connection);
  }

  @Override
  public Optional<WrittenEntry> find(OrgId org, BookingId booking) {
    return Optional.ofNullable(written.get(booking));
  }

  @Override
  public void save(WrittenEntry entry) {
    written.merge(
        entry.booking(), entry, (old, now) -> old.version() <= now.version() ? now : old);
  }

  @Override
  public List<BookingId> putOff(OrgId org, int limit) {
    return written.values().stream()
        .filter(one -> one.state() == WrittenEntry.State.PUT_OFF)
        .map(WrittenEntry::booking)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Occurrence> occurrence(
      OrgId org, SeriesId id, BookingId booking, Map<BookingId, Instant> starts) {
    var settled = series.computeIfAbsent(id, _ -> Map.copyOf(starts));
    return Optional.ofNullable(settled.get(booking))
        .map(at -> new Occurrence(id, settled.values().stream().sorted().toList(), at));
  }

  @Override
  public Optional<CalendarMirror> find(OrgId org, String calendar) {
    return Optional.ofNullable(mirrors.get(calendar));
  }

  @Override
  public boolean apply(
      Optional<CalendarMirror> before, CalendarMirror after, List<Change> events, boolean whole) {
    var standing = find(after.org(), after.calendar()).flatMap(CalendarMirror::token);
    if (!standing.equals(before.flatMap(CalendarMirror::token))) {
      return false;
    }
    mirrors.put(after.calendar(), after);
    if (whole) {
      outside.values().removeIf(one -> one.calendar().equals(after.calendar()));
    }
    for (var event : events) {
      var key = after.calendar() + "/" + event.id();
      event
          .busy()
          .ifPresentOrElse(
              busy -> outside.put(key, new Outside(after.calendar(), event.id(), busy)),
              () -> outside.remove(key));
    }
    return true;
  }

  @Override
  public void failed(CalendarMirror mirror) {
    mirrors.merge(mirror.calendar(), mirror, (old, _) -> old.failed(mirror.problem()));
  }

  @Override
  public void channel(OrgId org, String calendar, Optional<PushChannel> channel) {
    mirrors.computeIfPresent(calendar, (_, mirror) -> mirror.heardBy(channel));
  }

  @Override
  public Known known(OrgId org, Set<String> calendars, Slot range) {
    return new Known(
        mirrors.values().stream().filter(one -> calendars.contains(one.calendar())).toList(),
        outside.values().stream()
            .filter(one -> calendars.contains(one.calendar()) && one.busy().overlaps(range))
            .toList());
  }
}
