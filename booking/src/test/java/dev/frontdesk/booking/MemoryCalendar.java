package dev.frontdesk.booking;

import dev.frontdesk.booking.CalendarProviderContract.Owner;
import dev.frontdesk.booking.CalendarProviderContract.Seen;
import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarEntry;
import dev.frontdesk.booking.spi.CalendarEntry.Occurrence;
import dev.frontdesk.booking.spi.CalendarEvent;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One calendar in memory, with an owner; fails by a script.
public final class MemoryCalendar implements CalendarProvider, Owner {
  private final String calendar;
  private final Runnable refused;
  private final Map<String, Kept> events = new LinkedHashMap<>();
  private final Set<String> channels = new HashSet<>();
  private final Deque<Failure> failures = new ArrayDeque<>();
  private long changes;
  private long era;
  private boolean access = true;

  private record Kept(
      String id, String summary, Slot slot, boolean gone, int version, boolean ours, long at) {}

  /// @param refused told when access was taken back
  public MemoryCalendar(String calendar, Runnable refused) {
    this.calendar = calendar;
    this.refused = refused;
  }

  /// The next request fails so.
  public synchronized void failNext(Failure failure) {
    failures.add(failure);
  }

  public synchronized void giveAccess() {
    access = true;
  }

  @Override
  public synchronized ProviderResult<CalendarEvent> put(
      OrgId org, CalendarEntry entry, Optional<CalendarEvent> known, Instant deadline) {
    var failure = failure(entry.calendar());
    if (failure.isPresent()) {
      return new Failed<>(failure.get());
    }
    entry.series().ifPresent(this::lay);
    var id = known.map(CalendarEvent::id).orElseGet(() -> idOf(entry));
    var standing = events.get(id);
    if (standing == null || standing.gone() || standing.version() < entry.version()) {
      keep(id, entry.summary(), entry.slot(), false, entry.version(), true);
    }
    return new Ok<>(new CalendarEvent(calendar, id, 0, tag(id)));
  }

  private static String idOf(CalendarEntry entry) {
    return entry
        .series()
        .map(one -> one.series().value() + "/" + one.original())
        .orElse(entry.booking().value());
  }

  private void lay(Occurrence series) {
    for (var start : series.all()) {
      var id = series.series().value() + "/" + start;
      if (!events.containsKey(id)) {
        keep(id, "series", new Slot(start, start.plusSeconds(1800)), false, 0, true);
      }
    }
  }

  @Override
  public synchronized ProviderResult<Optional<CalendarEvent>> remove(
      OrgId org,
      BookingId booking,
      String from,
      Optional<CalendarEvent> known,
      Instant deadline) {
    var failure = failure(from);
    if (failure.isPresent()) {
      return new Failed<>(failure.get());
    }
    var id = known.map(CalendarEvent::id).orElse(booking.value());
    var standing = events.get(id);
    if (standing == null || standing.gone()) {
      return new Ok<>(Optional.empty());
    }
    delete(id);
    return new Ok<>(Optional.of(new CalendarEvent(calendar, id, 0, tag(id))));
  }

  @Override
  public synchronized ProviderResult<CalendarChanges> changes(
      OrgId org, String named, Optional<String> token, Slot range, Instant deadline) {
    var failure = failure(named);
    if (failure.isPresent()) {
      return new Failed<>(failure.get());
    }
    if (token.isPresent() && !token.get().startsWith(era + ":")) {
      return new Ok<>(new CalendarChanges.Forgotten());
    }
    long since = token.map(t -> Long.parseLong(t.substring(t.indexOf(':') + 1))).orElse(0L);
    var changed =
        events.values().stream()
            .filter(one -> one.at() > since && (token.isPresent() || !one.gone()))
            .map(
                one ->
                    new Change(
                        one.id(),
                        one.gone() ? Optional.empty() : Optional.of(one.slot()),
                        one.ours()))
            .toList();
    return new Ok<>(new CalendarChanges.Since(changed, era + ":" + changes));
  }

  @Override
  public synchronized ProviderResult<List<Slot>> busy(
      OrgId org, String named, Slot range, Instant deadline) {
    var failure = failure(named);
    if (failure.isPresent()) {
      return new Failed<>(failure.get());
    }
    return new Ok<>(
        events.values().stream()
            .filter(one -> !one.gone() && one.slot().overlaps(range))
            .map(Kept::slot)
            .toList());
  }

  @Override
  public synchronized ProviderResult<PushChannel> watch(
      OrgId org,
      String named,
      String channel,
      String address,
      Secret token,
      Instant until,
      Instant deadline) {
    channels.add(channel);
    return new Ok<>(new PushChannel(named, channel, "resource", until));
  }

  @Override
  public synchronized ProviderResult<Boolean> stop(
      OrgId org, PushChannel channel, Instant deadline) {
    return new Ok<>(channels.remove(channel.id()));
  }

  @Override
  public synchronized List<Seen> events() {
    return events.values().stream()
        .filter(one -> !one.gone())
        .map(one -> new Seen(one.id(), one.summary(), one.slot().start(), one.slot().end()))
        .toList();
  }

  @Override
  public synchronized void edit(String event, String summary) {
    var one = found(event);
    keep(event, summary, one.slot(), false, one.version(), one.ours());
  }

  @Override
  public synchronized void delete(String event) {
    var one = found(event);
    keep(event, one.summary(), one.slot(), true, one.version(), one.ours());
  }

  @Override
  public synchronized String put(Instant from, Instant to) {
    var id = "foreign-" + (changes + 1);
    keep(id, "Dentist", new Slot(from, to), false, 0, false);
    return id;
  }

  @Override
  public synchronized void forget() {
    era++;
  }

  @Override
  public synchronized void takeAccessBack() {
    access = false;
  }

  private Optional<Failure> failure(String named) {
    if (!access) {
      refused.run();
      return Optional.of(new Failure.Permanent("invalid_grant"));
    }
    if (!named.equals(calendar)) {
      return Optional.of(new Failure.Permanent("notFound"));
    }
    return Optional.ofNullable(failures.poll());
  }

  private Kept found(String event) {
    return Optional.ofNullable(events.get(event)).orElseThrow();
  }

  private void keep(
      String id, String summary, Slot slot, boolean gone, int version, boolean ours) {
    events.put(id, new Kept(id, summary, slot, gone, version, ours, ++changes));
  }

  private String tag(String id) {
    return Long.toString(found(id).at());
  }
}
