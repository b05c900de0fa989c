package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;

/// A limit as the store must see it kept: no more than `most` confirmed bookings and live holds
/// may start in `[within.start, within.end)`, counting the new ones. The overlap constraint cannot
/// see this, so the store counts under a lock that two writers of the same quota share.
public sealed interface Quota {
  Slot within();

  int most();

  record OfResource(ResourceId resource, Slot within, int most) implements Quota {}

  record OfService(ServiceId service, Slot within, int most) implements Quota {}
}
