package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;

/// A slot that was free when asked.
///
/// @param resources one of each of the service's pools, in the order of the pools
public record Offer(
    SlotToken token, ServiceId service, Slot slot, List<ResourceId> resources) {
  public Offer {
    resources = List.copyOf(resources);
  }
}
