package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// Where it is kept who was put through to whom. Blocks; each method is one transaction.
public interface TransferStore {

  /// Notes a new attempt, as ASKED.
  Transfer ask(OrgId org, CallId call, PhoneNumber to, Instant now);

  /// The call's newest attempt.
  Optional<Transfer> latest(OrgId org, CallId call);

  /// Sets the status if it still is that of `decidedOn`.
  ///
  /// @return false when it had changed meanwhile: read again and decide anew
  boolean move(Transfer decidedOn, TransferStatus to, Instant now);
}
