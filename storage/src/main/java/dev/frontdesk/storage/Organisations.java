package dev.frontdesk.storage;

import dev.frontdesk.durable.AuditChain;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Organisations, the numbers they answer and what they offer.
public final class Organisations {
  private final Transactions transactions;
  private final Clock clock;

  Organisations(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Makes it, or changes it to this.
  ///
  /// @param numbers all that it answers; a number it had and that is not among them is given up
  /// @throws IllegalArgumentException when the name or a number is another organisation's
  public void save(Organisation organisation, Set<PhoneNumber> numbers) {
    var now = clock.instant();
    transactions.again(organisation.id(), handle -> {
      upsert(handle, organisation, now);
      openDoors(handle, organisation, numbers);
      SqlAuditLog.append(
          handle,
          AuditEntry.of(
              organisation.id(),
              "operator",
              "organisation.saved",
              "organisation:" + organisation.id().value(),
              organisation + " " + numbers.stream().map(PhoneNumber::e164).sorted().toList(),
              now));
      return organisation;
    });
  }

  public Optional<Organisation> find(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("select * from organisations where org_id = :org")
            .bind("org", org.value())
            .map((row, _) -> organisation(org, row))
            .findOne());
  }

  /// By its name, without regard to case.
  public Optional<OrgId> named(String name) {
    return FrontDoor.NAME.orgBehind(transactions, name.strip().toLowerCase(Locale.ROOT));
  }

  private static void upsert(Handle handle, Organisation organisation, Instant now) {
    var org = organisation.id().value();
    handle.createUpdate("""
            insert into organisations
              (org_id, name, time_zone, agent_version, calls_at_once, catalogue_version,
               created_at, updated_at)
            values (:org, :name, :zone, :agent, :calls, 0, :now, :now)
            on conflict (org_id) do update
               set name = excluded.name, time_zone = excluded.time_zone,
                   agent_version = excluded.agent_version,
                   calls_at_once = excluded.calls_at_once, updated_at = excluded.updated_at""")
        .bind("org", org)
        .bind("name", organisation.name())
        .bind("zone", organisation.timeZone().getId())
        .bind("agent", organisation.agent().value())
        .bind("calls", organisation.callsAtOnce())
        .bind("now", now)
        .execute();
    handle.createUpdate("""
            insert into chain_heads (org_id, seq, hash) values (:org, 0, :start)
            on conflict (org_id) do nothing""")
        .bind("org", org)
        .bind("start", AuditChain.START)
        .execute();
  }

  private static void openDoors(
      Handle handle, Organisation organisation, Set<PhoneNumber> numbers) {
    handle.createUpdate(
            "delete from front_doors where org_id = :org and kind in ('number', 'name')")
        .bind("org", organisation.id().value())
        .execute();
    FrontDoor.NAME.open(
        handle, organisation.id(), organisation.name().strip().toLowerCase(Locale.ROOT));
    for (var number : numbers) {
      FrontDoor.NUMBER.open(handle, organisation.id(), number.e164());
    }
  }

  private static Organisation organisation(OrgId org, ResultSet row) throws SQLException {
    return new Organisation(
        org,
        row.getString("name"),
        ZoneId.of(row.getString("time_zone")),
        new AgentVersion(row.getString("agent_version")),
        row.getInt("calls_at_once"));
  }
}
