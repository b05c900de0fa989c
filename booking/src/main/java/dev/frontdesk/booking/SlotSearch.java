package dev.frontdesk.booking;

import dev.frontdesk.booking.Availability.Assignment;
import dev.frontdesk.vocabulary.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Finds what answers a wish best: what was wished; or why not, and what comes nearest. Pure.
final class SlotSearch {
  private final Availability availability;
  private final BookingWindow window;
  private final SlotTarget target;
  private final Optional<ResourceId> wanted;

  SlotSearch(
      Availability availability,
      BookingWindow window,
      SlotTarget target,
      Optional<ResourceId> wanted) {
    this.availability = availability;
    this.window = window;
    this.target = target;
    this.wanted = wanted;
  }

  /// What fulfils the wish, earliest first.
  List<Assignment> granted(int limit) {
    var found = new ArrayList<Assignment>();
    for (long start : availability.candidates(wanted)) {
      if (found.size() == limit) {
        break;
      }
      if (target.contains(start) && window.admits(start)) {
        availability.at(start, wanted).ifPresent(found::add);
      }
    }
    return found;
  }

  /// Why nothing fulfils it: the nearest miss.
  WhyNot whyNot() {
    if (target.stretches().isEmpty()) {
      return WhyNot.NO_SUCH_TIME;
    }
    if (target.exact()) {
      return target.stretches().stream()
          .map(one -> whyNot(one.from()))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
    var first = window.whyNot(Instant.ofEpochSecond(target.first()));
    var last = window.whyNot(Instant.ofEpochSecond(target.last() - 1));
    if (first.isPresent() && first.equals(last)) {
      return first.get();
    }
    var nearest = WhyNot.CLOSED;
    for (long start : availability.gridStarts(wanted)) {
      if (target.contains(start)) {
        var why = whyNot(start);
        nearest = why.compareTo(nearest) > 0 ? why : nearest;
        if (nearest == WhyNot.TAKEN) {
          break; // nothing is nearer
        }
      }
    }
    return nearest;
  }

  private WhyNot whyNot(long start) {
    return window
        .whyNot(Instant.ofEpochSecond(start))
        .or(() -> availability.whyNot(start, wanted))
        .orElse(WhyNot.TAKEN);
  }

  /// What comes nearest, nearest first: the same time with somebody else, then at least one on
  /// each side of the wish if there is one and `limit` has room.
  List<Assignment> alternatives(int limit) {
    var found = new LinkedHashMap<Long, Assignment>();
    if (target.exact() && wanted.isPresent()) {
      for (var one : target.stretches()) {
        if (window.admits(one.from())) {
          availability
              .at(one.from(), Optional.empty())
              .ifPresent(other -> found.put(one.from(), other));
        }
      }
    }
    nearest(wanted, limit, found);
    if (found.isEmpty() && wanted.isPresent()) {
      nearest(Optional.empty(), limit, found);
    }
    return found.values().stream()
        .sorted(Comparator.comparingLong(one -> target.distance(startOf(one))))
        .limit(limit)
        .toList();
  }

  private void nearest(
      Optional<ResourceId> who, int limit, LinkedHashMap<Long, Assignment> found) {
    var starts =
        Arrays.stream(availability.candidates(who))
            .filter(window::admits)
            .filter(start -> !target.contains(start))
            .boxed()
            .sorted(Comparator.comparingLong(target::distance))
            .toList();
    var before = firstFree(starts.stream().filter(s -> s < target.first()).toList(), who);
    var after = firstFree(starts.stream().filter(s -> s >= target.last()).toList(), who);
    before.ifPresent(one -> found.put(startOf(one), one));
    if (found.size() < limit) {
      after.ifPresent(one -> found.put(startOf(one), one));
    }
    for (long start : starts) {
      if (found.size() >= limit) {
        return;
      }
      if (!found.containsKey(start)) {
        availability.at(start, who).ifPresent(one -> found.put(start, one));
      }
    }
  }

  private Optional<Assignment> firstFree(List<Long> starts, Optional<ResourceId> who) {
    return starts.stream().flatMap(start -> availability.at(start, who).stream()).findFirst();
  }

  private static long startOf(Assignment one) {
    return one.claim().slot().start().getEpochSecond();
  }
}
