package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What besides bookings keeps resources busy. Answers from what is known here; never asks a
/// network.
@FunctionalInterface
public interface OutsideTimes {
  OutsideTimes NONE = (_, _, _, _) -> List.of();

  /// Overlapping `range`, in any order.
  List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now);
}
