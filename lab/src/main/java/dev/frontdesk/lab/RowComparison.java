package dev.frontdesk.lab;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.ResourceId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The rows that calls left behind, against those that were expected: each expected row is found
/// among those new or changed, each of these was expected, and nothing else changed.
final class RowComparison {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm xxx", Locale.ENGLISH);

  private final Map<BookingId, Booking> before;
  private final ZoneId zone;

  /// @param before what stood before the calls
  RowComparison(Collection<Booking> before, ZoneId zone) {
    this.before = before.stream().collect(Collectors.toMap(Booking::id, booking -> booking));
    this.zone = zone;
  }

  List<Booking> changed(Collection<Booking> after) {
    return after.stream().filter(row -> !row.equals(before.get(row.id()))).toList();
  }

  /// One line per difference; none when all is as expected.
  List<String> differences(List<ExpectedBooking> expected, Collection<Booking> after) {
    var wanted = new ArrayList<>(expected);
    wanted.removeIf(want -> stoodAndStands(want, after));
    var rows = new ArrayList<>(changed(after));
    matchAll(wanted, rows);
    var differences = new ArrayList<String>();
    while (!wanted.isEmpty() && !rows.isEmpty()) {
      var want = wanted.removeFirst();
      var nearest =
          rows.stream().min(Comparator.comparingInt(row -> objections(want, row).size()));
      nearest.ifPresent(
          row -> {
            rows.remove(row);
            differences.add(describe(row) + ": " + String.join("; ", objections(want, row)));
          });
    }
    wanted.forEach(want -> differences.add("missing: " + describe(want)));
    rows.forEach(row -> differences.add("not expected: " + describe(row)));
    var left = after.stream().map(Booking::id).collect(Collectors.toCollection(HashSet::new));
    before.keySet().stream()
        .filter(id -> !left.contains(id))
        .forEach(id -> differences.add("gone: booking " + id.value()));
    return differences;
  }

  /// An expected row that names a booking which did not change is met by it.
  private boolean stoodAndStands(ExpectedBooking want, Collection<Booking> after) {
    return want.id().isPresent()
        && after.stream()
            .anyMatch(
                row -> row.equals(before.get(row.id())) && objections(want, row).isEmpty());
  }

  /// Removes from both lists as many pairs as can be made.
  private void matchAll(List<ExpectedBooking> wanted, List<Booking> rows) {
    var partner = new Booking[wanted.size()];
    for (int i = 0; i < wanted.size(); i++) {
      assign(i, wanted, rows, partner, new HashSet<>());
    }
    for (int i = wanted.size() - 1; i >= 0; i--) {
      if (partner[i] != null) {
        rows.remove(partner[i]);
        wanted.remove(i);
      }
    }
  }

  private boolean assign(
      int i, List<ExpectedBooking> wanted, List<Booking> rows, Booking[] partner,
      HashSet<BookingId> tried) {
    for (var row : rows) {
      if (objections(wanted.get(i), row).isEmpty() && tried.add(row.id())) {
        int holder = holder(row, partner);
        if (holder < 0 || assign(holder, wanted, rows, partner, tried)) {
          partner[i] = row;
          return true;
        }
      }
    }
    return false;
  }

  private static int holder(Booking row, Booking[] partner) {
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == row) {
        return i;
      }
    }
    return -1;
  }

  private List<String> objections(ExpectedBooking want, Booking row) {
    var found = new ArrayList<String>();
    want.id()
        .filter(id -> !id.equals(row.id()))
        .ifPresent(id -> found.add("id should be " + id.value()));
    want.service()
        .filter(service -> !service.equals(row.service()))
        .ifPresent(service -> found.add("service should be " + service.value()));
    if (!want.resources().isEmpty() && !row.resources().containsAll(want.resources())) {
      found.add("resource should be " + names(want.resources()));
    }
    want.start()
        .filter(start -> !start.equals(row.slot().start()))
        .ifPresent(start -> found.add("start should be " + local(start)));
    want.end()
        .filter(end -> !end.equals(row.slot().end()))
        .ifPresent(end -> found.add("end should be " + local(end)));
    want.status()
        .filter(status -> !status.equals(word(row.status())))
        .ifPresent(status -> found.add("status should be " + status));
    want.name()
        .filter(name -> !name.matches(row.customer().name()))
        .ifPresent(name -> found.add("name should be " + name.value()));
    want.phone()
        .filter(phone -> !row.customer().phone().equals(want.phone()))
        .ifPresent(phone -> found.add("phone should be " + phone.e164()));
    want.email()
        .filter(email -> !row.customer().email().equals(want.email()))
        .ifPresent(email -> found.add("e-mail should be " + email.value()));
    return found;
  }

  private String describe(Booking row) {
    return "%s %s with %s at %s for %s (%s), %s"
        .formatted(
            row.id().value(),
            row.service().value(),
            names(row.resources()),
            local(row.slot().start()),
            row.customer().name().value(),
            row.customer().phone().map(phone -> phone.e164()).orElse("no number"),
            word(row.status()));
  }

  private String describe(ExpectedBooking want) {
    var parts = new ArrayList<String>();
    want.id().ifPresent(id -> parts.add(id.value()));
    want.service().ifPresent(service -> parts.add(service.value()));
    if (!want.resources().isEmpty()) {
      parts.add("with " + names(want.resources()));
    }
    want.start().ifPresent(start -> parts.add("at " + local(start)));
    want.name().ifPresent(name -> parts.add("for " + name.value()));
    want.phone().ifPresent(phone -> parts.add("(" + phone.e164() + ")"));
    want.status().ifPresent(parts::add);
    return String.join(" ", parts);
  }

  static String word(BookingStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String local(Instant moment) {
    return LOCAL.format(moment.atZone(zone));
  }

  private static String names(Collection<ResourceId> resources) {
    return resources.stream().map(ResourceId::value).sorted().collect(Collectors.joining(" and "));
  }
}
