package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The time and resources that a hold or booking takes. Two claims clash when they take
/// overlapping shares of one resource in overlapping `blocked` time.
///
/// @param slot        what the customer sees
/// @param blocked     the slot with its buffers
/// @param allocations one for each resource, sorted by id
public record Claim(ServiceId service, Slot slot, Slot blocked, List<Allocation> allocations) {
  public Claim {
    allocations =
        allocations.stream()
            .sorted(Comparator.comparing(allocation -> allocation.resource().value()))
            .toList();
    if (allocations.isEmpty()
        || allocations.stream().map(Allocation::resource).distinct().count()
            < allocations.size()) {
      throw new IllegalArgumentException("a claim takes one or more resources, each once");
    }
    if (slot.start().isBefore(blocked.start()) || slot.end().isAfter(blocked.end())) {
      throw new IllegalArgumentException("the slot must lie within the time it blocks");
    }
  }

  public List<ResourceId> resources() {
    return allocations.stream().map(Allocation::resource).toList();
  }

  /// What is left of this claim beside another that it clashes with: the time before the other
  /// begins or, if there is none, after it ends. Empty when the other blocks all of it.
  Optional<Claim> without(Claim other) {
    if (blocked.start().isBefore(other.blocked.start())) {
      return Optional.of(only(new Slot(blocked.start(), other.blocked.start())));
    }
    return blocked.end().isAfter(other.blocked.end())
        ? Optional.of(only(new Slot(other.blocked.end(), blocked.end())))
        : Optional.empty();
  }

  private Claim only(Slot part) {
    return new Claim(service, part, part, allocations);
  }

  public boolean clashesWith(Claim other) {
    return blocked.overlaps(other.blocked)
        && allocations.stream()
            .anyMatch(
                mine ->
                    other.allocations.stream()
                        .anyMatch(
                            theirs ->
                                mine.resource().equals(theirs.resource())
                                    && mine.share().overlaps(theirs.share())));
  }
}
