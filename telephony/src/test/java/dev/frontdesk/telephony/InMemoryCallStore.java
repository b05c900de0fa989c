package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A call store that forgets; passes `CallStoreContract` as the real one does.
public final class InMemoryCallStore implements CallStore {
  private final Map<CallId, Call> calls = new LinkedHashMap<>();
  private final Map<LegId, Leg> legs = new LinkedHashMap<>();
  private final Map<CallId, List<SpokenLine>> lines = new LinkedHashMap<>();
  private final Map<CallId, List<TurnTiming>> turns = new LinkedHashMap<>();

  @Override
  public synchronized CallAndLeg open(Call call, Leg leg) {
    var known =
        leg.carrierCall().flatMap(id -> findByCarrierCall(call.org(), leg.carrier(), id));
    if (known.isPresent()) {
      return known.get();
    }
    calls.put(call.id(), call);
    legs.put(leg.id(), leg);
    return new CallAndLeg(call, leg);
  }

  @Override
  public synchronized Optional<Call> find(OrgId org, CallId call) {
    return Optional.ofNullable(calls.get(call)).filter(found -> found.org().equals(org));
  }

  @Override
  public synchronized List<Leg> legs(OrgId org, CallId call) {
    return legs.values().stream()
        .filter(leg -> leg.org().equals(org) && leg.call().equals(call))
        .sorted(Comparator.comparing(Leg::createdAt))
        .toList();
  }

  @Override
  public synchronized Optional<CallAndLeg> findByCarrierCall(
      OrgId org, String carrier, String carrierCall) {
    return legs.values().stream()
        .filter(leg -> leg.org().equals(org) && leg.carrier().equals(carrier))
        .filter(leg -> leg.carrierCall().equals(Optional.of(carrierCall)))
        .flatMap(leg -> find(org, leg.call()).stream().map(call -> new CallAndLeg(call, leg)))
        .findFirst();
  }

  @Override
  public synchronized List<Call> latest(OrgId org, int limit) {
    return of(org).sorted(Comparator.comparing(Call::createdAt).reversed()).limit(limit).toList();
  }

  @Override
  public synchronized List<CallAndLeg> unfinished(OrgId org, Instant olderThan, int limit) {
    return of(org)
        .filter(call -> call.status() != CallStatus.ENDED)
        .filter(call -> call.createdAt().isBefore(olderThan))
        .sorted(Comparator.comparing(Call::createdAt))
        .limit(limit)
        .map(call -> new CallAndLeg(call, legs(org, call.id()).getFirst()))
        .toList();
  }

  @Override
  public synchronized boolean move(OrgId org, CallId id, CallMove move) {
    var call = find(org, id).orElseThrow();
    if (call.status() != move.from()) {
      return false;
    }
    boolean starts = move.to() == CallStatus.IN_PROGRESS && call.startedAt().isEmpty();
    boolean ends = move.to() == CallStatus.ENDED;
    calls.put(
        id,
        new Call(
            org,
            id,
            call.type(),
            move.to(),
            call.customer(),
            call.number(),
            call.agent(),
            call.createdAt(),
            starts ? Optional.of(move.at()) : call.startedAt(),
            ends ? Optional.of(move.at()) : Optional.empty(),
            move.reason()));
    return true;
  }

  @Override
  public synchronized boolean moveLeg(
      OrgId org, LegId id, LegStatus from, LegStatus to, Instant at) {
    var leg = legs.get(id);
    if (leg == null || leg.status() != from) {
      return false;
    }
    replace(leg, to, leg.carrierCall());
    return true;
  }

  @Override
  public synchronized void carrierCallKnown(OrgId org, LegId id, String carrierCall) {
    var leg = legs.get(id);
    if (leg != null && leg.org().equals(org)) {
      replace(leg, leg.status(), Optional.of(carrierCall));
    }
  }

  @Override
  public synchronized void appendLine(OrgId org, CallId call, SpokenLine line) {
    lines.computeIfAbsent(call, _ -> new ArrayList<>()).add(line);
  }

  @Override
  public synchronized void appendTurn(OrgId org, CallId call, TurnTiming turn) {
    var known = turns.computeIfAbsent(call, _ -> new ArrayList<>());
    if (known.stream().noneMatch(t -> t.turn() == turn.turn())) {
      known.add(turn);
    }
  }

  @Override
  public synchronized List<SpokenLine> transcript(OrgId org, CallId call) {
    return find(org, call).isEmpty() ? List.of() : List.copyOf(lines.getOrDefault(call, List.of()));
  }

  @Override
  public synchronized List<TurnTiming> turns(OrgId org, CallId call) {
    return find(org, call).isEmpty() ? List.of() : List.copyOf(turns.getOrDefault(call, List.of()));
  }

  private void replace(Leg leg, LegStatus status, Optional<String> carrierCall) {
    legs.put(
        leg.id(),
        new Leg(
            leg.org(),
            leg.call(),
            leg.id(),
            leg.direction(),
            status,
            leg.carrier(),
            carrierCall,
            leg.format(),
            leg.createdAt()));
  }

  private Stream<Call> of(OrgId org) {
    return calls.values().stream().filter(call -> call.org().equals(org));
  }
}
