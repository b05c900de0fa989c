package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which calendars an organisation has, and what they mean for its bookings.
///
/// @param calendar    where bookings are written whose resources have no calendar of their own;
///     what stands in it keeps every resource busy
/// @param ofResource  the calendars of single resources
/// @param conflicts   what a foreign event means for the time it takes
/// @param staleAfter  a mirror older than this is not believed
/// @param text        how entries read
/// @param inviting    whether customers with an e-mail address are invited
public record CalendarPlan(
    String calendar,
    Map<ResourceId, String> ofResource,
    ConflictPolicy conflicts,
    Duration staleAfter,
    CalendarText text,
    boolean inviting) {
  public CalendarPlan {
    ofResource = Map.copyOf(ofResource);
    if (!staleAfter.isPositive()) {
      throw new IllegalArgumentException("a mirror must be believed for some time");
    }
  }

  /// Where a booking of these resources is written: with the first that has a calendar.
  public String calendarOf(List<ResourceId> resources) {
    return resources.stream()
        .filter(ofResource::containsKey)
        .map(resource -> ofResource.getOrDefault(resource, calendar))
        .findFirst()
        .orElse(calendar);
  }

  /// Whose events keep the resource busy.
  public Set<String> blocking(ResourceId resource) {
    var all = new TreeSet<String>();
    all.add(calendar);
    all.add(ofResource.getOrDefault(resource, calendar));
    return all;
  }

  /// All that are to be mirrored, in a fixed order.
  public Set<String> calendars() {
    var all = new TreeSet<>(ofResource.values());
    all.add(calendar);
    return all;
  }
}
