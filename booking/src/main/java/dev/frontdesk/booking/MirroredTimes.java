package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What calendars hold, as the mirror has it. A calendar that is connected but was not read for too
/// long keeps its resources busy altogether: unknown is not free. One that is not connected says
/// what it last said, for the business goes on without it.
public final class MirroredTimes implements OutsideTimes {
  private static final ServiceId OUTSIDE = new ServiceId("outside");

  private final Function<OrgId, Optional<CalendarPlan>> plans;
  private final CalendarConnections connections;
  private final CalendarMirrors mirrors;

  public MirroredTimes(
      Function<OrgId, Optional<CalendarPlan>> plans,
      CalendarConnections connections,
      CalendarMirrors mirrors) {
    this.plans = plans;
    this.connections = connections;
    this.mirrors = mirrors;
  }

  @Override
  public List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now) {
    var plan = plans.apply(org);
    if (plan.isEmpty() || plan.get().conflicts() == ConflictPolicy.WARN) {
      return List.of();
    }
    var calendars = new TreeSet<String>();
    resources.forEach(resource -> calendars.addAll(plan.get().blocking(resource)));
    var known = mirrors.known(org, calendars, range);
    var fresh =
        known.mirrors().stream()
            .filter(mirror -> !mirror.isStale(plan.get().staleAfter(), now))
            .map(CalendarMirror::calendar)
            .collect(Collectors.toSet());
    boolean closed = !fresh.containsAll(calendars) && connected(org);
    var held = new HashMap<String, List<Slot>>();
    for (var calendar : calendars) {
      if (closed && !fresh.contains(calendar)) {
        held.put(calendar, List.of(range));
      }
    }
    for (var event : known.events()) {
      held.computeIfAbsent(event.calendar(), _ -> new ArrayList<>());
      if (!closed || fresh.contains(event.calendar())) {
        held.get(event.calendar()).add(event.busy());
      }
    }
    return times(plan.get(), resources, held);
  }

  private static List<BusyTime> times(
      CalendarPlan plan, Set<ResourceId> resources, Map<String, List<Slot>> held) {
    var times = new ArrayList<BusyTime>();
    for (var resource : resources) {
      for (var calendar : plan.blocking(resource)) {
        for (var slot : held.getOrDefault(calendar, List.of())) {
          times.add(
              new BusyTime(
                  new Allocation(resource, Share.ALL),
                  OUTSIDE,
                  slot,
                  slot,
                  new BusyTime.Owner.ByCalendar()));
        }
      }
    }
    return times;
  }

  private boolean connected(OrgId org) {
    return connections.find(org).map(CalendarConnection::stands).orElse(false);
  }
}
