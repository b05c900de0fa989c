package dev.frontdesk.storage;

import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// People on their way to give access to their calendar, with what proves that it is they who
/// come back.
public final class CalendarConsents {
  /// Time enough to log in and read what is asked for.
  public static final Duration LASTS = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final PersonalDataCodec codec;

  CalendarConsents(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  /// @param verifier the proof key's secret half (RFC 7636)
  public void begin(OrgId org, String consent, Secret verifier, Instant at) {
    transactions.again(org, handle -> {
      handle.createUpdate("delete from calendar_consents where org_id = :org and expires_at < :at")
          .bind("org", org.value())
          .bind("at", at)
          .execute();
      return handle.createUpdate("""
              insert into calendar_consents
                (org_id, consent_id, verifier_sealed, begun_at, expires_at)
              values (:org, :id, :verifier, :at, :until)
              on conflict do nothing""")
          .bind("org", org.value())
          .bind("id", consent)
          .bind("verifier", codec.seal(cell(org, consent), verifier.reveal()))
          .bind("at", at)
          .bind("until", at.plus(LASTS))
          .execute();
    });
  }

  /// Works once, and in time.
  public Optional<Secret> take(OrgId org, String consent, Instant at) {
    return transactions.once(org, handle ->
        handle.createQuery("""
                update calendar_consents set taken_at = :at
                 where org_id = :org and consent_id = :id
                   and taken_at is null and expires_at > :at
                returning verifier_sealed""")
            .bind("org", org.value())
            .bind("id", consent)
            .bind("at", at)
            .map((row, _) -> row.getBytes("verifier_sealed"))
            .findOne()
            .map(sealed -> new Secret(codec.open(cell(org, consent), sealed))));
  }

  private static Cell cell(OrgId org, String consent) {
    return new Cell(org, "calendar_consents", "verifier", consent);
  }
}
