package dev.frontdesk.telephony;

import dev.frontdesk.telephony.CallStore.CallMove;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Moves calls and legs in the store as their tables allow, whoever else moves them meanwhile.
final class CallBook {
  private final CallStore store;
  private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

  CallBook(CallStore store) {
    this.store = store;
  }

  void listen(CallListener listener) {
    listeners.add(listener);
  }

  /// @param reason for END only
  /// @return the call as moved; empty when there is no such call or the event is late for it
  Optional<Call> move(
      OrgId org, CallId call, CallEvent event, Instant now, Optional<EndedReason> reason) {
    while (true) {
      var found = store.find(org, call);
      var next = found.flatMap(stored -> CallMoves.TABLE.next(stored.status(), event));
      if (found.isEmpty() || next.isEmpty()) {
        return Optional.empty();
      }
      if (store.move(org, call, new CallMove(found.get().status(), next.get(), now, reason))) {
        var moved = store.find(org, call);
        moved.ifPresent(after -> listeners.forEach(listener -> listener.moved(after)));
        return moved;
      }
    }
  }

  boolean moveLeg(OrgId org, CallId call, LegId leg, LegEvent event, Instant now) {
    while (true) {
      var found = store.legs(org, call).stream().filter(l -> l.id().equals(leg)).findFirst();
      var next = found.flatMap(stored -> LegMoves.TABLE.next(stored.status(), event));
      if (found.isEmpty() || next.isEmpty()) {
        return false;
      }
      if (store.moveLeg(org, leg, found.get().status(), next.get(), now)) {
        return true;
      }
    }
  }

  void endLegs(OrgId org, CallId call, Instant now) {
    for (var leg : store.legs(org, call)) {
      moveLeg(org, call, leg.id(), LegEvent.END, now);
    }
  }
}
