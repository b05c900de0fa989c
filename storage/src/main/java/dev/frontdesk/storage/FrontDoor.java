package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// By what an organisation is found before anything of it may be read.
enum FrontDoor {
  /// An own telephone number, E.164.
  NUMBER,
  /// The hash of an API key.
  KEY,
  /// The organisation's name in lower case.
  NAME;

  Optional<OrgId> orgBehind(Transactions transactions, String key) {
    return transactions.anonymously(handle ->
        handle.createQuery("select org_behind(:kind, :key)")
            .bind("kind", kind())
            .bind("key", key)
            .mapTo(String.class)
            .findOne()
            .map(OrgId::new));
  }

  /// Does nothing when it is open already.
  ///
  /// @throws IllegalArgumentException when it leads to another organisation
  void open(Handle handle, OrgId org, String key) {
    openUnlessTaken(handle, org, key);
    var owned =
        handle.createQuery("""
                select 1 from front_doors
                 where org_id = :org and kind = :kind and key = :key""")
            .bind("org", org.value())
            .bind("kind", kind())
            .bind("key", key)
            .mapTo(Integer.class)
            .findOne();
    if (owned.isEmpty()) {
      throw new IllegalArgumentException("this " + kind() + " belongs to another organisation");
    }
  }

  /// As `open`, but leaves a door that leads to another organisation as it is.
  void openUnlessTaken(Handle handle, OrgId org, String key) {
    handle.createUpdate("""
            insert into front_doors (kind, key, org_id) values (:kind, :key, :org)
            on conflict (kind, key) do nothing""")
        .bind("kind", kind())
        .bind("key", key)
        .bind("org", org.value())
        .execute();
  }

  void shut(Handle handle, OrgId org, String key) {
    handle.createUpdate(
            "delete from front_doors where org_id = :org and kind = :kind and key = :key")
        .bind("org", org.value())
        .bind("kind", kind())
        .bind("key", key)
        .execute();
  }

  void shutAll(Handle handle, OrgId org) {
    handle.createUpdate("delete from front_doors where org_id = :org and kind = :kind")
        .bind("org", org.value())
        .bind("kind", kind())
        .execute();
  }

  private String kind() {
    return name().toLowerCase(Locale.ROOT);
  }
}
