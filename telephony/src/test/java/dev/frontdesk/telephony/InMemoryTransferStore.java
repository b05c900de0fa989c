package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A transfer store that forgets; passes `TransferStoreContract` as the real one does.
public final class InMemoryTransferStore implements TransferStore {
  private final List<Transfer> rows = new ArrayList<>();

  @Override
  public synchronized Transfer ask(OrgId org, CallId call, PhoneNumber to, Instant now) {
    int attempt = latest(org, call).map(Transfer::attempt).orElse(0) + 1;
    var asked = new Transfer(org, call, attempt, to, TransferStatus.ASKED, now, now);
    rows.add(asked);
    return asked;
  }

  @Override
  public synchronized Optional<Transfer> latest(OrgId org, CallId call) {
    return rows.reversed().stream()
        .filter(row -> row.org().equals(org) && row.call().equals(call))
        .findFirst();
  }

  @Override
  public synchronized boolean move(Transfer decidedOn, TransferStatus to, Instant now) {
    var standing = latest(decidedOn.org(), decidedOn.call()).orElse(null);
    if (standing == null
        || standing.attempt() != decidedOn.attempt()
        || standing.status() != decidedOn.status()) {
      return false;
    }
    rows.remove(standing);
    rows.add(
        new Transfer(
            standing.org(), standing.call(), standing.attempt(), standing.to(), to,
            standing.askedAt(), now));
    return true;
  }
}
