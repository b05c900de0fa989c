package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The API keys of all organisations. A key is 256 random bits, so its plain SHA-256 is kept and
/// nothing slower; the key itself leaves here once, from `create`.
public final class ApiKeys {
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Transactions transactions;
  private final Clock clock;

  ApiKeys(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param label what the operator calls it
  /// @return the key, for the last time
  public Secret create(OrgId org, ApiKey.Scope scope, String label) {
    var now = clock.instant();
    var id = Ids.newUuid(now);
    var key = random(scope);
    transactions.again(org, handle -> {
      FrontDoor.KEY.open(handle, org, hash(key.reveal()));
      var added =
          handle.createUpdate("""
                  insert into api_keys (org_id, key_id, key_hash, scope, label, created_at)
                  values (:org, :id, :hash, :scope, :label, :now)
                  on conflict (org_id, key_id) do nothing""")
              .bind("org", org.value())
              .bind("id", id)
              .bind("hash", hash(key.reveal()))
              .bind("scope", lower(scope))
              .bind("label", label)
              .bind("now", now)
              .execute();
      if (added == 1) {
        SqlAuditLog.append(
            handle,
            AuditEntry.of(org, "operator", "key.created", "key:" + id, lower(scope), now));
      }
      return added;
    });
    return key;
  }

  /// Whose key it is; empty for a wrong, a foreign or a revoked one alike.
  public Optional<ApiKey> authenticate(Secret shown) {
    var hash = hash(shown.reveal());
    return FrontDoor.KEY.orgBehind(transactions, hash).flatMap(org ->
        transactions.again(org, handle ->
            handle.createQuery("""
                    select key_id, scope, label from api_keys
                     where org_id = :org and key_hash = :hash and revoked_at is null""")
                .bind("org", org.value())
                .bind("hash", hash)
                .map((row, _) -> apiKey(org, row))
                .findOne()));
  }

  /// Keys in use, oldest first.
  public List<ApiKey> list(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select key_id, scope, label from api_keys
                 where org_id = :org and revoked_at is null
                 order by key_id""")
            .bind("org", org.value())
            .map((row, _) -> apiKey(org, row))
            .list());
  }

  /// @return false when there is no such key in use
  public boolean revoke(OrgId org, String id) {
    var now = clock.instant();
    return transactions.once(org, handle -> {
      var hash =
          handle.createQuery("""
                  update api_keys set revoked_at = :now
                   where org_id = :org and key_id = :id and revoked_at is null
                  returning key_hash""")
              .bind("org", org.value())
              .bind("id", id)
              .bind("now", now)
              .mapTo(String.class)
              .findOne();
      if (hash.isEmpty()) {
        return false;
      }
      FrontDoor.KEY.shut(handle, org, hash.get());
      SqlAuditLog.append(
          handle, AuditEntry.of(org, "operator", "key.revoked", "key:" + id, "", now));
      return true;
    });
  }

  private static ApiKey apiKey(OrgId org, ResultSet row) throws SQLException {
    return new ApiKey(
        org,
        row.getString("key_id"),
        ApiKey.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
        row.getString("label"));
  }

  private static Secret random(ApiKey.Scope scope) {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(
        "fd_" + lower(scope) + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static String hash(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String lower(ApiKey.Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
