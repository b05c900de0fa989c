package dev.frontdesk.storage;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.CatalogueStore;
import dev.frontdesk.durable.AuditChain;
import dev.frontdesk.durable.AuditEntry;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Organisations: what they offer, the numbers they answer and who speaks there.
///
/// A catalogue is kept in memory once read. Another node's change shows after `FRESH_FOR`; one made
/// here shows at once.
public final class Organisations implements CatalogueStore {
  /// Who speaks for an organisation until it is told otherwise.
  public static final AgentVersion FIRST_AGENT = new AgentVersion("scripted-1");

  private static final Duration FRESH_FOR = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final Clock clock;
  private final CatalogueJson json = new CatalogueJson();
  private final Map<OrgId, Known> known = new ConcurrentHashMap<>();

  private record Known(int version, Catalogue catalogue, Instant asOf) {}

  Organisations(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Saves the catalogue and makes `numbers` all that the organisation answers.
  ///
  /// @throws IllegalArgumentException when a number is another organisation's
  public void save(Catalogue catalogue, Collection<PhoneNumber> numbers) {
    save(catalogue, Optional.of(numbers));
  }

  @Override
  public void save(Catalogue catalogue) {
    save(catalogue, Optional.empty());
  }

  private void save(Catalogue catalogue, Optional<Collection<PhoneNumber>> numbers) {
    var org = catalogue.organisation().id();
    var now = clock.instant();
    var document = json.write(catalogue);
    var saved = transactions.again(org, handle -> {
      int version =
          unchanged(handle, org, document)
              .orElseGet(() -> upsert(handle, catalogue, document, now));
      FrontDoor.NAME.shutAll(handle, org);
      FrontDoor.NAME.openUnlessTaken(handle, org, doorName(catalogue.organisation().name()));
      numbers.ifPresent(all -> answer(handle, org, all));
      var change = document + numbers.map(Organisations::sorted).map(List::toString).orElse("");
      SqlAuditLog.append(
          handle,
          AuditEntry.of(
              org, "operator", "catalogue.saved", "catalogue:" + version, change, now));
      return new Known(version, catalogue, now);
    });
    known.put(org, saved);
  }

  @Override
  public Optional<Catalogue> find(OrgId org) {
    var now = clock.instant();
    var held = known.get(org);
    if (held != null && now.isBefore(held.asOf.plus(FRESH_FOR)) && !now.isBefore(held.asOf)) {
      return Optional.of(held.catalogue);
    }
    return transactions.again(org, handle -> read(handle, org, held, now)).map(found -> {
      known.put(org, found);
      return found.catalogue;
    });
  }

  /// Which catalogue stands: one saved again without a change keeps its version.
  public int version(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("select catalogue_version from organisations where org_id = :org")
            .bind("org", org.value())
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("no organisation " + org.value())));
  }

  /// The version of a catalogue that stands already, word for word.
  private static Optional<Integer> unchanged(Handle handle, OrgId org, String document) {
    return handle.createQuery("""
            select o.catalogue_version from organisations o
              join catalogues c on c.org_id = o.org_id and c.version = o.catalogue_version
             where o.org_id = :org and c.document = :document::jsonb""")
        .bind("org", org.value())
        .bind("document", document)
        .mapTo(Integer.class)
        .findOne();
  }

  /// Which agent answers calls that start from now on.
  public void speaks(OrgId org, AgentVersion agent) {
    var now = clock.instant();
    transactions.again(org, handle -> {
      handle.createUpdate("""
              update organisations set agent_version = :agent, updated_at = :now
               where org_id = :org""")
          .bind("org", org.value())
          .bind("agent", agent.value())
          .bind("now", now)
          .execute();
      var entry =
          AuditEntry.of(
              org, "operator", "agent.chosen", "organisation:" + org.value(), agent.value(), now);
      return SqlAuditLog.append(handle, entry);
    });
  }

  /// By its name, without regard to case. Of two with one name, whoever had it first; the other is
  /// reached by its id.
  public Optional<OrgId> named(String name) {
    return FrontDoor.NAME.orgBehind(transactions, doorName(name));
  }

  private static int upsert(Handle handle, Catalogue catalogue, String document, Instant now) {
    var organisation = catalogue.organisation();
    return handle.createQuery("""
            with organisation as (
              insert into organisations
                (org_id, name, time_zone, agent_version, catalogue_version, created_at, updated_at)
              values (:org, :name, :zone, :agent, 1, :now, :now)
              on conflict (org_id) do update
                 set name = excluded.name, time_zone = excluded.time_zone,
                     catalogue_version = organisations.catalogue_version + 1,
                     updated_at = excluded.updated_at
              returning org_id, catalogue_version),
            document as (
              insert into catalogues (org_id, version, document, saved_at)
              select org_id, catalogue_version, :document::jsonb, :now from organisation),
            head as (
              insert into chain_heads (org_id, seq, hash)
              select org_id, 0, :start from organisation
              on conflict (org_id) do nothing)
            select catalogue_version from organisation""")
        .bind("org", organisation.id().value())
        .bind("name", organisation.name())
        .bind("zone", organisation.zone().getId())
        .bind("agent", FIRST_AGENT.value())
        .bind("document", document)
        .bind("start", AuditChain.START)
        .bind("now", now)
        .mapTo(Integer.class)
        .one();
  }

  private static void answer(Handle handle, OrgId org, Collection<PhoneNumber> numbers) {
    FrontDoor.NUMBER.shutAll(handle, org);
    for (var number : sorted(numbers)) {
      FrontDoor.NUMBER.open(handle, org, number);
    }
  }

  private Optional<Known> read(
      Handle handle, OrgId org, @Nullable Known held, Instant now) {
    var version =
        handle.createQuery("select catalogue_version from organisations where org_id = :org")
            .bind("org", org.value())
            .mapTo(Integer.class)
            .findOne();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    if (held != null && held.version == version.get()) {
      return Optional.of(new Known(held.version, held.catalogue, now));
    }
    return handle.createQuery(
            "select document from catalogues where org_id = :org and version = :version")
        .bind("org", org.value())
        .bind("version", version.get())
        .mapTo(String.class)
        .findOne()
        .map(document -> new Known(version.get(), json.read(document), now));
  }

  private static List<String> sorted(Collection<PhoneNumber> numbers) {
    return numbers.stream().map(PhoneNumber::e164).distinct().sorted().toList();
  }

  private static String doorName(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
