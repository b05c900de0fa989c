package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where calls are kept. Blocks; each method is one transaction, each names its organisation.
public interface CallStore {

  /// Stores a call with its first leg, unless a leg of the same carrier with the same
  /// `carrierCall` is stored already: then nothing changes and that one is returned. Two callers
  /// at once get the same answer.
  CallAndLeg open(Call call, Leg leg);

  Optional<Call> find(OrgId org, CallId call);

  /// The call's legs, oldest first.
  List<Leg> legs(OrgId org, CallId call);

  Optional<CallAndLeg> findByCarrierCall(OrgId org, String carrier, String carrierCall);

  /// The organisation's calls, newest first.
  List<Call> latest(OrgId org, int limit);

  /// Calls that have not ended and were created before `olderThan`, oldest first.
  List<CallAndLeg> unfinished(OrgId org, Instant olderThan, int limit);

  /// Sets the status if it still is `move.from()`. `startedAt` is set by the first move to
  /// IN_PROGRESS, `endedAt` and the reason by the move to ENDED.
  ///
  /// @return false when the status had changed meanwhile: read again and decide anew
  boolean move(OrgId org, CallId call, CallMove move);

  /// Sets the leg's status if it still is `from`.
  boolean moveLeg(OrgId org, LegId leg, LegStatus from, LegStatus to, Instant at);

  /// Records the carrier's id of an outbound leg, once it is known. The same id twice is nothing.
  void carrierCallKnown(OrgId org, LegId leg, String carrierCall);

  void appendLine(OrgId org, CallId call, SpokenLine line);

  /// The same `turn` twice is stored once.
  void appendTurn(OrgId org, CallId call, TurnTiming turn);

  /// In the order in which they were appended.
  List<SpokenLine> transcript(OrgId org, CallId call);

  List<TurnTiming> turns(OrgId org, CallId call);

  record CallAndLeg(Call call, Leg leg) {}

  /// @param reason present exactly when `to` is ENDED
  record CallMove(CallStatus from, CallStatus to, Instant at, Optional<EndedReason> reason) {
    public CallMove {
      if (reason.isPresent() != (to == CallStatus.ENDED)) {
        throw new IllegalArgumentException("a reason belongs to the move to ENDED and only there");
      }
    }
  }
}
