package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is kept of one organisation's customer records, in memory.
public final class CrmInMemory implements CrmBases, CrmRows, CrmConflicts {
  private Optional<CrmBase> base = Optional.empty();
  private Optional<String> holder = Optional.empty();
  private Instant heldUntil = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, SetAside> aside = new LinkedHashMap<>();
  private final Map<String, String> contacts = new LinkedHashMap<>();
  private final Map<String, MirrorRow> rows = new LinkedHashMap<>();
  private final Map<String, BookingId> bookings = new LinkedHashMap<>();
  private final Map<String, CrmConflict> conflicts = new LinkedHashMap<>();

  public CrmSync.Kept kept() {
    return new CrmSync.Kept(this, this, this);
  }

  @Override
  public Entry enter(OrgId org, String name, String who, Instant now, Instant until) {
    if (now.isBefore(heldUntil) && !holder.equals(Optional.of(who))) {
      return new Entry.Busy(heldUntil);
    }
    if (base.filter(known -> known.base().equals(name)).isEmpty()) {
      rows.clear();
      base =
          Optional.of(
              new CrmBase(
                  name, Optional.empty(), Optional.empty(), now, Optional.empty(),
                  Optional.empty()));
      pausedUntil = Instant.MIN;
    }
    if (now.isBefore(pausedUntil)) {
      return new Entry.Paused(pausedUntil);
    }
    boolean unfinished = holder.isPresent();
    holder = Optional.of(who);
    heldUntil = until;
    return new Entry.Entered(base.get(), unfinished);
  }

  @Override
  public void stay(OrgId org, String who, Instant until) {
    if (holder.equals(Optional.of(who))) {
      heldUntil = until;
    }
  }

  @Override
  public boolean leaveIfNothingWaits(OrgId org, String who, Instant next) {
    if (waiting.isEmpty()) {
      leave(org, who, next, Optional.empty());
    }
    return waiting.isEmpty();
  }

  @Override
  public void leave(OrgId org, String who, Instant next, Optional<Instant> paused) {
    if (holder.equals(Optional.of(who))) {
      holder = Optional.empty();
      heldUntil = Instant.MIN;
      pausedUntil = paused.orElse(Instant.MIN);
      base =
          base.map(
              b -> new CrmBase(b.base(), b.layout(), b.blocked(), next, b.hook(), b.polledAt()));
    }
  }

  @Override
  public Optional<CrmBase> find(OrgId org) {
    return base;
  }

  @Override
  public void fits(OrgId org, CrmLayout layout) {
    base =
        base.map(
            b ->
                new CrmBase(
                    b.base(), Optional.of(layout), Optional.empty(), b.nextRequestAt(), b.hook(),
                    b.polledAt()));
  }

  @Override
  public void blocked(OrgId org, String why) {
    base =
        base.map(
            b ->
                new CrmBase(
                    b.base(), b.layout(), Optional.of(why), b.nextRequestAt(), b.hook(),
                    b.polledAt()));
  }

  @Override
  public void hook(OrgId org, Optional<CrmBase.Hook> hook) {
    base =
        base.map(
            b ->
                new CrmBase(
                    b.base(), b.layout(), b.blocked(), b.nextRequestAt(), hook, b.polledAt()));
  }

  @Override
  public void polled(OrgId org, Instant until) {
    base =
        base.map(
            b ->
                new CrmBase(
                    b.base(), b.layout(), b.blocked(), b.nextRequestAt(), b.hook(),
                    Optional.of(until)));
  }

  @Override
  public void mark(OrgId org, List<CrmSubject> subjects, Instant changedAt) {
    for (var subject : subjects) {
      aside.remove(subject.id());
      waiting.merge(
          subject.id(),
          new Waiting(subject, 1, changedAt),
          (one, two) ->
              new Waiting(
                  subject,
                  one.mark() + 1,
                  one.changedAt().isAfter(two.changedAt()) ? one.changedAt() : two.changedAt()));
    }
  }

  @Override
  public List<Waiting> waiting(OrgId org, int limit) {
    return waiting.values().stream().limit(limit).toList();
  }

  @Override
  public Optional<Instant> changedAt(OrgId org, CrmSubject subject) {
    return Optional.ofNullable(waiting.get(subject.id())).map(Waiting::changedAt);
  }

  @Override
  public void done(OrgId org, List<Waiting> written) {
    written.forEach(one -> waiting.remove(one.subject().id(), one));
  }

  @Override
  public void setAside(OrgId org, Waiting one, String why) {
    waiting.remove(one.subject().id());
    aside.put(one.subject().id(), new SetAside(one.subject(), why, one.changedAt()));
  }

  @Override
  public List<SetAside> setAside(OrgId org) {
    return List.copyOf(aside.values());
  }

  @Override
  public int tryAgain(OrgId org) {
    var all = setAside(org);
    all.forEach(one -> mark(org, List.of(one.subject()), one.changedAt()));
    return all.size();
  }

  @Override
  public Map<String, String> contacts(
      OrgId org, Collection<String> identities, Instant now) {
    var found = new LinkedHashMap<String, String>();
    for (var one : identities) {
      found.put(
          one, contacts.computeIfAbsent(one, _ -> "contact-" + (contacts.size() + 1)));
    }
    return found;
  }

  @Override
  public Map<String, MirrorRow> rows(OrgId org, CrmTable table, Collection<String> keys) {
    var found = new LinkedHashMap<String, MirrorRow>();
    for (var key : keys) {
      Optional.ofNullable(rows.get(table + ":" + key)).ifPresent(row -> found.put(key, row));
    }
    return found;
  }

  @Override
  public List<MirrorRow> rows(OrgId org, Map<CrmTable, Set<String>> keys) {
    var found = new ArrayList<MirrorRow>();
    keys.forEach((table, theirs) -> found.addAll(rows(org, table, theirs).values()));
    return found;
  }

  @Override
  public Map<String, MirrorRow> byRecords(
      OrgId org, CrmTable table, Collection<String> records) {
    var found = new LinkedHashMap<String, MirrorRow>();
    rows.values().stream()
        .filter(row -> row.table() == table)
        .forEach(
            row ->
                row.record().filter(records::contains).ifPresent(id -> found.put(id, row)));
    return found;
  }

  @Override
  public void seen(OrgId org, CrmTable table, Collection<String> keys, Instant now) {
    for (var key : keys) {
      rows.computeIfPresent(table + ":" + key, (_, row) -> row.seen(now));
    }
  }

  @Override
  public List<MirrorRow> of(OrgId org, BookingId booking) {
    return rows.entrySet().stream()
        .filter(row -> booking.equals(bookings.get(row.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void save(OrgId org, List<MirrorRow> saved, Map<String, BookingId> booking) {
    for (var row : saved) {
      var key = row.table() + ":" + row.key();
      rows.put(key, row);
      Optional.ofNullable(booking.get(row.key())).ifPresent(id -> bookings.put(key, id));
    }
  }

  @Override
  public void raise(CrmConflict conflict) {
    conflicts.put(conflict.id(), conflict);
  }

  @Override
  public Optional<CrmConflict> find(OrgId org, String id) {
    return Optional.ofNullable(conflicts.get(id));
  }

  @Override
  public List<CrmConflict> open(OrgId org, int limit) {
    return conflicts.values().stream().filter(c -> c.settled().isEmpty()).limit(limit).toList();
  }

  @Override
  public Map<BookingId, Set<CrmField>> heldBack(OrgId org, Set<BookingId> wanted) {
    var fields = new LinkedHashMap<BookingId, Set<CrmField>>();
    open(org, 100).stream()
        .filter(conflict -> wanted.contains(conflict.booking()))
        .forEach(
            conflict ->
                fields
                    .computeIfAbsent(conflict.booking(), _ -> EnumSet.noneOf(CrmField.class))
                    .add(conflict.field()));
    return fields;
  }

  @Override
  public void settle(CrmConflict conflict, CrmConflict.Settled settled) {
    conflicts.computeIfPresent(
        conflict.id(),
        (_, c) ->
            c.settled().isPresent()
                ? c
                : new CrmConflict(
                    c.id(), c.org(), c.booking(), c.field(), c.ours(), c.theirs(), c.version(),
                    c.why(), c.raisedAt(), Optional.of(settled)));
  }

  /// Subjects that wait, by id.
  List<String> waitingIds() {
    return new ArrayList<>(waiting.keySet());
  }
}
