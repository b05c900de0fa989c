package dev.frontdesk.storage;

import dev.frontdesk.crm.CrmBase;
import dev.frontdesk.crm.CrmBases;
import dev.frontdesk.crm.CrmLayout;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlCrmBases implements CrmBases {
  private final Transactions transactions;
  private final PersonalDataCodec codec;

  SqlCrmBases(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.codec = codec;
  }

  @Override
  public Entry enter(OrgId org, String base, String holder, Instant now, Instant until) {
    return entered(org, base, holder, now, until)
        .orElseGet(() -> enterSlowly(org, base, holder, now, until));
  }

  /// As almost always: the place is there and free, or ours still.
  private Optional<Entry> entered(
      OrgId org, String base, String holder, Instant now, Instant until) {
    return transactions
        .atOnce(
            org,
            """
            with before as (
              select holder is not null as unfinished from crm_bases
               where org_id = :org and base = :base
                 and (holder is null or holder = :holder or held_until <= :now)
                 and (paused_until is null or paused_until <= :now)
                 for update)
            update crm_bases
               set holder = :holder, held_until = :until, paused_until = null
              from before where org_id = :org
            returning *""",
            update ->
                update
                    .bind("base", base)
                    .bind("holder", holder)
                    .bind("now", now)
                    .bind("until", until),
            answers ->
                answers.<Entry>rows(row ->
                    new Entry.Entered(base(org, row), row.getBoolean("unfinished"))))
        .stream()
        .findFirst();
  }

  private Entry enterSlowly(OrgId org, String base, String holder, Instant now, Instant until) {
    return transactions.again(org, handle -> {
      handle.createUpdate("""
              insert into crm_bases (org_id, base, next_request_at) values (:org, :base, :now)
              on conflict (org_id) do nothing""")
          .bind("org", org.value()).bind("base", base).bind("now", now).execute();
      var place = place(handle, org);
      if (place.heldUntil.filter(now::isBefore).isPresent() && !place.holder.equals(holder)) {
        return new Entry.Busy(place.heldUntil.get());
      }
      if (!place.base.base().equals(base)) {
        beginAnew(handle, org, base, now);
        place = place(handle, org);
      }
      if (place.pausedUntil.filter(now::isBefore).isPresent()) {
        return new Entry.Paused(place.pausedUntil.get());
      }
      handle.createUpdate("""
              update crm_bases set holder = :holder, held_until = :until, paused_until = null
               where org_id = :org""")
          .bind("org", org.value()).bind("holder", holder).bind("until", until).execute();
      return new Entry.Entered(place.base, !place.holder.isEmpty());
    });
  }

  /// A place under its lock.
  private record Place(
      CrmBase base, String holder, Optional<Instant> heldUntil, Optional<Instant> pausedUntil) {}

  private Place place(Handle handle, OrgId org) {
    return handle.createQuery("select * from crm_bases where org_id = :org for update")
        .bind("org", org.value())
        .map((row, _) -> new Place(
            base(org, row),
            Columns.maybeText(row, "holder").orElse(""),
            Columns.maybeInstant(row, "held_until"),
            Columns.maybeInstant(row, "paused_until")))
        .one();
  }

  private static void beginAnew(Handle handle, OrgId org, String base, Instant now) {
    handle.createUpdate("delete from crm_rows where org_id = :org")
        .bind("org", org.value()).execute();
    handle.createUpdate("""
            update crm_bases
               set base = :base, layout = null, blocked = null, next_request_at = :now,
                   paused_until = null, hook_id = null, hook_secret_sealed = null,
                   hook_expires_at = null, hook_cursor = null, polled_at = null
             where org_id = :org""")
        .bind("org", org.value()).bind("base", base).bind("now", now).execute();
  }

  @Override
  public void stay(OrgId org, String holder, Instant until) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update crm_bases set held_until = :until
                 where org_id = :org and holder = :holder""")
            .bind("org", org.value()).bind("holder", holder)
            .bind("until", until).execute());
  }

  @Override
  public boolean leaveIfNothingWaits(OrgId org, String holder, Instant nextRequestAt) {
    // Whoever marks and then enters waits for the lock, or is seen.
    return transactions.atOnce(
        org,
        """
        select 1 from crm_bases where org_id = :org for update;
        update crm_bases
           set holder = null, held_until = null, next_request_at = :next, paused_until = null
         where org_id = :org and holder = :holder
           and not exists (
             select 1 from crm_waiting where org_id = :org and set_aside is null);
        select exists (select 1 from crm_waiting where org_id = :org and set_aside is null)""",
        update -> update.bind("holder", holder).bind("next", nextRequestAt),
        answers -> {
          answers.rows(row -> row.getInt(1));
          answers.count();
          return !answers.rows(row -> row.getBoolean(1)).getFirst();
        });
  }

  @Override
  public void leave(
      OrgId org, String holder, Instant nextRequestAt, Optional<Instant> pausedUntil) {
    transactions.atOnce(
        org,
        """
        update crm_bases
           set holder = null, held_until = null, next_request_at = :next, paused_until = :paused
         where org_id = :org and holder = :holder""",
        update ->
            update
                .bind("holder", holder)
                .bind("next", nextRequestAt)
                .bindByType("paused", pausedUntil.orElse(null), Instant.class),
        Answers::count);
  }

  @Override
  public Optional<CrmBase> find(OrgId org) {
    return transactions.again(org, handle ->
        handle.createQuery("select * from crm_bases where org_id = :org")
            .bind("org", org.value()).map((row, _) -> base(org, row)).findOne());
  }

  @Override
  public void fits(OrgId org, CrmLayout layout) {
    transactions.again(org, handle ->
        handle.createUpdate("""
                update crm_bases set layout = :layout::jsonb, blocked = null
                 where org_id = :org""")
            .bind("org", org.value()).bind("layout", CrmCellsJson.write(layout)).execute());
  }

  @Override
  public void blocked(OrgId org, String why) {
    transactions.again(org, handle ->
        handle.createUpdate("update crm_bases set blocked = :why where org_id = :org")
            .bind("org", org.value()).bind("why", why).execute());
  }

  @Override
  public void hook(OrgId org, Optional<CrmBase.Hook> hook) {
    var secret = hook.map(CrmBase.Hook::secret).map(Secret::reveal);
    transactions.again(org, handle ->
        handle.createUpdate("""
                update crm_bases
                   set hook_id = :id, hook_secret_sealed = :secret, hook_expires_at = :expires,
                       hook_cursor = :cursor
                 where org_id = :org""")
            .bind("org", org.value())
            .bind("id", hook.map(CrmBase.Hook::id).orElse(null))
            .bind("secret", secret.map(text -> codec.seal(secretOf(org), text)).orElse(null))
            .bind("expires", hook.map(CrmBase.Hook::expiresAt).orElse(null))
            .bind("cursor", hook.map(CrmBase.Hook::cursor).orElse(null))
            .execute());
  }

  @Override
  public void polled(OrgId org, Instant until) {
    transactions.again(org, handle ->
        handle.createUpdate("update crm_bases set polled_at = :until where org_id = :org")
            .bind("org", org.value()).bind("until", until).execute());
  }

  private CrmBase base(OrgId org, ResultSet row) throws SQLException {
    return new CrmBase(
        row.getString("base"),
        Columns.maybeText(row, "layout").map(CrmCellsJson::readLayout),
        Columns.maybeText(row, "blocked"),
        Columns.instant(row, "next_request_at"),
        hook(org, row),
        Columns.maybeInstant(row, "polled_at"));
  }

  private Optional<CrmBase.Hook> hook(OrgId org, ResultSet row) throws SQLException {
    byte @Nullable [] sealed = row.getBytes("hook_secret_sealed");
    if (sealed == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CrmBase.Hook(
            row.getString("hook_id"),
            new Secret(codec.open(secretOf(org), sealed)),
            Columns.instant(row, "hook_expires_at"),
            row.getLong("hook_cursor")));
  }

  private static Cell secretOf(OrgId org) {
    return new Cell(org, "crm_bases", "hook_secret", "hook");
  }
}
