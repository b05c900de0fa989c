package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be had of one service over a stretch of time: rules and busy times against each other.
/// Pure and immutable; knows nothing of notice and window, which depend on the moment of asking.
final class Availability {
  private static final Optional<WhyNot> NO_REASON = Optional.empty();

  private final Service service;
  private final ZoneId zone;
  private final Slot range;
  private final List<List<ResourceTimes>> pools;
  private final long[] serviceStarts;
  private final List<BusyTime> own;

  private Availability(
      Service service,
      ZoneId zone,
      Slot range,
      List<List<ResourceTimes>> pools,
      long[] serviceStarts,
      List<BusyTime> own) {
    this.service = service;
    this.zone = zone;
    this.range = range;
    this.pools = pools;
    this.serviceStarts = serviceStarts;
    this.own = own;
  }

  /// @param pools for each of the service's pools its members, the preferred first
  /// @param range where starts may lie
  /// @param busy  of all members; for limits, of whole days and weeks around the range
  static Availability of(
      Organisation organisation,
      Service service,
      List<List<Resource>> pools,
      Slot range,
      List<BusyTime> busy) {
    return of(organisation, service, pools, range, busy, List.of());
  }

  /// @param own what who asks has already, beside `busy`: it stands in nobody's way, and its part
  ///     of a resource is the one they are given again
  static Availability of(
      Organisation organisation,
      Service service,
      List<List<Resource>> pools,
      Slot range,
      List<BusyTime> busy,
      List<BusyTime> own) {
    var byResource = new HashMap<ResourceId, List<BusyTime>>();
    for (var time : busy) {
      byResource.computeIfAbsent(time.allocation().resource(), _ -> new ArrayList<>()).add(time);
    }
    var until = range.end().plus(service.length());
    var laid = new HashMap<ResourceId, ResourceTimes>();
    var times = new ArrayList<List<ResourceTimes>>();
    for (var pool : pools) {
      var members = new ArrayList<ResourceTimes>();
      for (var resource : pool) {
        members.add(
            laid.computeIfAbsent(
                resource.id(),
                id ->
                    ResourceTimes.of(
                        resource,
                        service,
                        OpenTimes.of(resource.working(), range.start(), until),
                        byResource.getOrDefault(id, List.of()))));
      }
      times.add(members);
    }
    var starts = service.rules().limits().any() ? startsOf(service, busy) : new long[0];
    return new Availability(service, organisation.zone(), range, times, starts, List.copyOf(own));
  }

  /// Starts, ascending, at which the lead pool has somebody; the other pools and the limits are
  /// asked by `at`.
  long[] candidates(Optional<ResourceId> wanted) {
    return merged(wanted, false);
  }

  /// Starts, ascending, that some lead resource's grid names, free or not.
  long[] gridStarts(Optional<ResourceId> wanted) {
    return merged(wanted, true);
  }

  private long[] merged(Optional<ResourceId> wanted, boolean evenTaken) {
    long from = range.start().getEpochSecond();
    long to = range.end().getEpochSecond();
    var lead = pools.getFirst();
    boolean leads = wanted.isPresent() && isMember(lead, wanted.get());
    long[] all = new long[0];
    for (var member : lead) {
      if (!leads || member.resource().id().equals(wanted.get())) {
        var starts = evenTaken ? member.gridStarts(from, to) : member.freeStarts(from, to);
        all = union(all, starts);
      }
    }
    return all;
  }

  /// The claim on the preferred free resources at `start`; empty when some pool has nobody, or a
  /// limit is reached.
  Optional<Assignment> at(long start, Optional<ResourceId> wanted) {
    if (serviceLimitReached(start)) {
      return Optional.empty();
    }
    var chosen = new ArrayList<Allocation>();
    return assign(0, start, wanted, chosen)
        ? Optional.of(assignment(start, chosen))
        : Optional.empty();
  }

  /// The claim on exactly these resources, one of each pool in order.
  Optional<Assignment> exactly(long start, List<ResourceId> resources) {
    return exactly(start, resources, 0, 0);
  }

  /// As above, for a writer who lost `lost` races for it and spreads by their seed.
  Optional<Assignment> exactly(long start, List<ResourceId> resources, long seed, int lost) {
    if (serviceLimitReached(start)) {
      return Optional.empty();
    }
    var choice = new SeatChoice(ownAt(start), seed, lost);
    var chosen = new ArrayList<Allocation>();
    for (int pool = 0; pool < pools.size(); pool++) {
      var member = member(pool, resources.get(pool));
      if (member.isEmpty() || freePart(pool, member.get(), start) < 0) {
        return Optional.empty();
      }
      int[] free = member.get().freeParts(start);
      int part = choice.of(member.get().resource().id(), free, service.capacity());
      chosen.add(allocation(member.get(), part));
    }
    return Optional.of(assignment(start, chosen));
  }

  private List<Allocation> ownAt(long start) {
    var wanted = service.blockedBy(service.slotAt(Instant.ofEpochSecond(start)));
    return own.stream()
        .filter(time -> time.blocked().overlaps(wanted))
        .map(BusyTime::allocation)
        .toList();
  }

  /// Whether all that `claim` takes is free.
  boolean isFree(Claim claim) {
    long start = claim.slot().start().getEpochSecond();
    return claim.allocations().stream().allMatch(one -> isFree(one, start));
  }

  private boolean isFree(Allocation one, long start) {
    return pools.stream()
        .flatMap(List::stream)
        .filter(member -> member.resource().id().equals(one.resource()))
        .flatMapToInt(member -> Arrays.stream(member.freeParts(start)))
        .anyMatch(part -> Share.part(part, service.capacity()).equals(one.share()));
  }

  private boolean assign(
      int pool, long start, Optional<ResourceId> wanted, List<Allocation> chosen) {
    if (pool == pools.size()) {
      return wanted.isEmpty()
          || chosen.stream().anyMatch(one -> one.resource().equals(wanted.get()));
    }
    for (var member : pools.get(pool)) {
      var id = member.resource().id();
      if (chosen.stream().anyMatch(one -> one.resource().equals(id))) {
        continue;
      }
      int part = freePart(pool, member, start);
      if (part >= 0) {
        chosen.add(allocation(member, part));
        if (assign(pool + 1, start, wanted, chosen)) {
          return true;
        }
        chosen.removeLast();
      }
    }
    return false;
  }

  private int freePart(int pool, ResourceTimes member, long start) {
    return whyNot(pool, member, start).isPresent() ? -1 : member.freePart(start);
  }

  /// Why there is nothing at `start`, among members of each pool the nearest miss; empty when
  /// there is something.
  Optional<WhyNot> whyNot(long start, Optional<ResourceId> wanted) {
    if (at(start, wanted).isPresent()) {
      return Optional.empty();
    }
    var worst = WhyNot.TAKEN; // each pool may have somebody, but not all of them somebody else
    for (int pool = 0; pool < pools.size(); pool++) {
      var best = WhyNot.UNKNOWN_SERVICE;
      boolean named = wanted.isPresent() && isMember(pools.get(pool), wanted.get());
      for (var member : pools.get(pool)) {
        if (!named || member.resource().id().equals(wanted.get())) {
          best = nearer(best, whyNot(pool, member, start).orElse(WhyNot.TAKEN));
        }
      }
      worst = best.compareTo(worst) < 0 ? best : worst;
    }
    boolean full = worst == WhyNot.TAKEN && serviceLimitReached(start);
    return Optional.of(full ? WhyNot.LIMIT_REACHED : worst);
  }

  /// As `whyNot`, for exactly these resources, one of each pool in order.
  Optional<WhyNot> whyNotExactly(long start, List<ResourceId> resources) {
    var worst = serviceLimitReached(start) ? Optional.of(WhyNot.LIMIT_REACHED) : NO_REASON;
    for (int pool = 0; pool < pools.size(); pool++) {
      int at = pool;
      var why =
          member(pool, resources.get(pool))
              .map(member -> whyNot(at, member, start))
              .orElse(Optional.of(WhyNot.WRONG_RESOURCE));
      if (why.isPresent() && (worst.isEmpty() || why.get().compareTo(worst.get()) < 0)) {
        worst = why;
      }
    }
    return worst;
  }

  private Optional<WhyNot> whyNot(int pool, ResourceTimes member, long start) {
    if (!member.isOpenAt(start)) {
      return Optional.of(WhyNot.CLOSED);
    }
    if (!member.isOpenFor(start)) {
      return Optional.of(WhyNot.DOES_NOT_FIT);
    }
    if (pool == 0 && !member.isOnGrid(start)) {
      return Optional.of(WhyNot.OFF_GRID);
    }
    if (member.freePart(start) < 0) {
      return Optional.of(WhyNot.TAKEN);
    }
    return limitReached(member, start) ? Optional.of(WhyNot.LIMIT_REACHED) : Optional.empty();
  }

  private boolean limitReached(ResourceTimes member, long start) {
    for (var quota : Quotas.ofResource(member.resource(), Instant.ofEpochSecond(start))) {
      var within = quota.within();
      if (member.startsWithin(
              within.start().getEpochSecond(), within.end().getEpochSecond())
          >= quota.most()) {
        return true;
      }
    }
    return false;
  }

  private boolean serviceLimitReached(long start) {
    for (var quota : Quotas.ofService(service, zone, Instant.ofEpochSecond(start))) {
      var within = quota.within();
      if (ResourceTimes.count(
              serviceStarts, within.start().getEpochSecond(), within.end().getEpochSecond())
          >= quota.most()) {
        return true;
      }
    }
    return false;
  }

  private Optional<ResourceTimes> member(int pool, ResourceId id) {
    return pools.get(pool).stream().filter(one -> one.resource().id().equals(id)).findFirst();
  }

  /// What would be taken at one start.
  ///
  /// @param resources in the order of the pools
  record Assignment(Claim claim, List<ResourceId> resources) {}

  private Assignment assignment(long start, List<Allocation> chosen) {
    var slot = service.slotAt(Instant.ofEpochSecond(start));
    var claim = new Claim(service.id(), slot, service.blockedBy(slot), chosen);
    return new Assignment(claim, chosen.stream().map(Allocation::resource).toList());
  }

  private Allocation allocation(ResourceTimes member, int part) {
    return new Allocation(member.resource().id(), Share.part(part, service.capacity()));
  }

  private static boolean isMember(List<ResourceTimes> pool, ResourceId id) {
    return pool.stream().anyMatch(member -> member.resource().id().equals(id));
  }

  private static WhyNot nearer(WhyNot one, WhyNot other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// A booking of several resources counts once.
  private static long[] startsOf(Service service, List<BusyTime> busy) {
    var seen = new HashSet<Map.Entry<BusyTime.Owner, Instant>>();
    return busy.stream()
        .filter(time -> time.service().equals(service.id()))
        .filter(time -> !(time.owner() instanceof BusyTime.Owner.ByCalendar))
        .filter(time -> seen.add(Map.entry(time.owner(), time.slot().start())))
        .mapToLong(time -> time.slot().start().getEpochSecond())
        .sorted()
        .toArray();
  }

  private static long[] union(long[] a, long[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return b;
    }
    long[] both = new long[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean fromA = j == b.length || i < a.length && a[i] <= b[j];
      long next = fromA ? a[i++] : b[j++];
      if (size == 0 || both[size - 1] != next) {
        both[size++] = next;
      }
    }
    return Arrays.copyOf(both, size);
  }
}
