package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Says that nothing of a call, or of an organisation, is erased until it is lifted, whatever the
/// retention says. Prints without the reason, which may name people.
///
/// @param subject the call's id; the organisation's own for all of it
public record LegalHold(
    OrgId org,
    String id,
    Scope scope,
    String subject,
    String reason,
    String placedBy,
    Instant placedAt,
    Optional<Instant> liftedAt) {

  public LegalHold {
    if (reason.isBlank() || reason.length() > 2_000) {
      throw new IllegalArgumentException("a hold has a reason of 1 to 2000 characters");
    }
  }

  public enum Scope {
    CALL,
    ORGANISATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String word) {
      return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
  }

  @Override
  public String toString() {
    return "LegalHold[" + id + ", " + scope + " " + subject + ", lifted " + liftedAt + "]";
  }
}
