package dev.frontdesk.telephony;

import dev.frontdesk.telephony.CallInstruction.DialPerson;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Puts callers through to a person: keeps the rows, and says whom the carrier is to ring. Blocks.
final class Transfers {
  /// Long enough to reach a phone in another room, short enough to wait for.
  static final Duration RINGS_FOR = Duration.ofSeconds(25);

  /// The carriers' own limit for such a talk.
  static final Duration LONGEST_TALK = Duration.ofHours(4);

  private final TransferStore store;
  private final CarrierUrls urls;

  Transfers(TransferStore store, CarrierUrls urls) {
    this.store = store;
    this.urls = urls;
  }

  void ask(OrgId org, CallId call, PhoneNumber to, Instant now) {
    store.ask(org, call, to, now);
  }

  /// Whom to ring for the caller; empty when there is nobody to be rung (any more).
  Optional<CallInstruction> instruction(Call call, Leg leg, Instant now) {
    return move(call.org(), call.id(), TransferEvent.RING, now)
        .map(
            transfer ->
                new DialPerson(
                    transfer.to(),
                    shown(call),
                    RINGS_FOR,
                    LONGEST_TALK,
                    urls.dialled(leg.carrier(), call.org(), call.id()),
                    urls.dialling(leg.carrier(), call.org(), call.id())));
  }

  /// The person sees who is calling. A carrier shows no number but its customer's own and that of
  /// a caller who rang in.
  private static Optional<PhoneNumber> shown(Call call) {
    return call.type() == CallType.INBOUND_PHONE_CALL && call.customer().isPresent()
        ? call.customer()
        : call.number();
  }

  /// Moves the call's newest attempt.
  ///
  /// @return it as moved; empty when there is none or the event is late for it
  Optional<Transfer> move(OrgId org, CallId call, TransferEvent event, Instant now) {
    while (true) {
      var found = store.latest(org, call);
      var next = found.flatMap(stored -> TransferMoves.TABLE.next(stored.status(), event));
      if (found.isEmpty() || next.isEmpty()) {
        return Optional.empty();
      }
      if (store.move(found.get(), next.get(), now)) {
        return store.latest(org, call);
      }
    }
  }

  /// Whether the newest attempt stands so.
  boolean stands(OrgId org, CallId call, TransferStatus status) {
    return store.latest(org, call).filter(found -> found.status() == status).isPresent();
  }
}
