package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be booked.
///
/// @param aliases  other words callers use for it
/// @param before   kept free ahead of the appointment, unseen by the customer; may lie outside
///                 the schedule, but not in other bookings' time
/// @param pools    one resource of each is taken; the first pool's schedule sets the starts
/// @param capacity how many such bookings one resource takes at once: each takes that part of it
public record Service(
    ServiceId id,
    String name,
    List<String> aliases,
    Optional<Money> price,
    Duration length,
    Duration before,
    Duration after,
    List<ResourcePool> pools,
    ResourceChoice choice,
    int capacity,
    BookingRules rules) {

  /// One resource of each of more pools than this is not a booking but a project.
  public static final int MOST_POOLS = 5;

  public Service {
    aliases = List.copyOf(aliases);
    pools = List.copyOf(pools);
    if (length.toMinutes() < 1
        || length.compareTo(Duration.ofDays(1)) > 0
        || length.toSecondsPart() != 0) {
      throw new IllegalArgumentException("a service lasts whole minutes, up to a day: " + length);
    }
    if (before.isNegative() || after.isNegative()) {
      throw new IllegalArgumentException("buffers must not be negative");
    }
    if (pools.isEmpty() || pools.size() > MOST_POOLS) {
      throw new IllegalArgumentException("a service needs 1 to " + MOST_POOLS + " pools");
    }
    if (capacity < 1 || capacity > Share.MOST) {
      throw new IllegalArgumentException("capacity must be 1 to %d".formatted(Share.MOST));
    }
  }

  /// With every default: no buffers, any resource, one at a time.
  public static Service of(ServiceId id, String name, Duration length) {
    return new Service(
        id,
        name,
        List.of(),
        Optional.empty(),
        length,
        Duration.ZERO,
        Duration.ZERO,
        List.of(new ResourcePool.AnyResource()),
        ResourceChoice.LEAST_RECENTLY_BOOKED,
        1,
        BookingRules.DEFAULT);
  }

  public Service withBuffers(Duration before, Duration after) {
    return new Service(
        id, name, aliases, price, length, before, after, pools, choice, capacity, rules);
  }

  public Service withPools(List<ResourcePool> pools) {
    return new Service(
        id, name, aliases, price, length, before, after, pools, choice, capacity, rules);
  }

  public Service withChoice(ResourceChoice choice) {
    return new Service(
        id, name, aliases, price, length, before, after, pools, choice, capacity, rules);
  }

  public Service withCapacity(int capacity) {
    return new Service(
        id, name, aliases, price, length, before, after, pools, choice, capacity, rules);
  }

  public Service withRules(BookingRules rules) {
    return new Service(
        id, name, aliases, price, length, before, after, pools, choice, capacity, rules);
  }

  /// What the customer sees of an appointment at `start`.
  public Slot slotAt(Instant start) {
    return new Slot(start, start.plus(length));
  }

  /// What an appointment in `slot` keeps others out of: the slot with its buffers.
  public Slot blockedBy(Slot slot) {
    return new Slot(slot.start().minus(before), slot.end().plus(after));
  }
}
