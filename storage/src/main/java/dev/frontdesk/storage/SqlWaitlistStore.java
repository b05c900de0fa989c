package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.WaitlistEntry;
import dev.frontdesk.booking.WaitlistStatus;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.booking.WriteOutcome;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.WaitlistId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

final class SqlWaitlistStore implements WaitlistStore {
  private static final String SELECT =
      """
      select w.*, c.name_sealed, c.phone_sealed, c.email_sealed
        from waitlist w join customers c on c.org_id = w.org_id and c.customer_id = w.customer_id
       where w.org_id = :org and\s""";

  private final Transactions transactions;
  private final CustomerRows customers;

  SqlWaitlistStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.customers = new CustomerRows(codec);
  }

  @Override
  public WriteOutcome<WaitlistEntry> join(WaitlistEntry entry, String key, BookingEvent event) {
    var org = entry.org();
    var locks = Locks.of(org, Stream.of(entry.call()), List.of());
    return transactions.decide(org, locks, handle -> {
      var subject = List.of(entry.id().value());
      if (!BookingRows.takeKey(handle, org, key, subject, entry.joinedAt())) {
        var earlier = BookingRows.subjectsOf(handle, org, key);
        return find(handle, org, earlier.isEmpty() ? entry.id().value() : earlier.getFirst())
            .<WriteOutcome<WaitlistEntry>>map(WriteOutcome.Duplicate::new)
            .orElseGet(WriteOutcome.Gone::new);
      }
      var same = list(select(handle, org, """
              w.call_id = :call and w.status in ('WAITING', 'OFFERED')""")
              .bind("call", entry.call().value()), org).stream()
          .filter(waiting -> sameWish(waiting, entry))
          .findFirst();
      if (same.isPresent()) {
        return new WriteOutcome.Duplicate<>(same.get());
      }
      insert(handle, entry);
      BookingEvents.append(handle, List.of(event));
      return new WriteOutcome.Committed<>(entry);
    });
  }

  private static boolean sameWish(WaitlistEntry one, WaitlistEntry other) {
    return one.service().equals(other.service())
        && one.resource().equals(other.resource())
        && one.from().equals(other.from())
        && one.to().equals(other.to())
        && one.part().equals(other.part());
  }

  @Override
  public Optional<WaitlistEntry> find(OrgId org, WaitlistId entry) {
    return transactions.again(org, handle -> find(handle, org, entry.value()));
  }

  private Optional<WaitlistEntry> find(Handle handle, OrgId org, String id) {
    return list(select(handle, org, "w.waitlist_id = :id").bind("id", id), org).stream()
        .findFirst();
  }

  @Override
  public List<WaitlistEntry> open(OrgId org) {
    return transactions.again(org, handle -> list(select(handle, org, """
        w.status in ('WAITING', 'OFFERED') order by w.place"""), org));
  }

  @Override
  public List<WaitlistEntry> openFor(OrgId org, PhoneNumber phone) {
    return transactions.again(org, handle -> list(select(handle, org, """
        w.status in ('WAITING', 'OFFERED') and c.phone_hash = :phone
        order by w.place""")
        .bind("phone", customers.phoneHash(org, phone)), org));
  }

  @Override
  public WriteOutcome<Hold> offer(
      WaitlistEntry before, WaitlistEntry after, NewHold hold, BookingEvent event) {
    var org = after.org();
    var locks = Locks.of(org, Stream.of(hold.hold().call()), hold.quotas());
    return transactions.decide(org, locks, handle -> {
      if (!replace(handle, before, after)) {
        return new WriteOutcome.Gone<>();
      }
      var taken = HoldRows.take(handle, hold);
      if (taken instanceof WriteOutcome.Committed) {
        BookingEvents.append(handle, List.of(event));
      }
      return taken;
    });
  }

  @Override
  public WriteOutcome<WaitlistEntry> change(
      WaitlistEntry before, WaitlistEntry after, BookingEvent event) {
    return transactions.decide(after.org(), Locks.NONE, handle -> {
      if (!replace(handle, before, after)) {
        return new WriteOutcome.Gone<>();
      }
      BookingEvents.append(handle, List.of(event));
      return new WriteOutcome.Committed<>(after);
    });
  }

  private static boolean replace(Handle handle, WaitlistEntry before, WaitlistEntry after) {
    return handle.createUpdate("""
            update waitlist set status = :status, hold_id = :hold, version = :version
             where org_id = :org and waitlist_id = :id and version = :read""")
        .bind("org", after.org().value())
        .bind("id", after.id().value())
        .bind("status", after.status().name())
        .bind("hold", after.offer().map(HoldId::value).orElse(null))
        .bind("version", after.version())
        .bind("read", before.version())
        .execute()
        == 1;
  }

  private void insert(Handle handle, WaitlistEntry entry) {
    var customer = customers.resolve(handle, entry.org(), entry.customer(), entry.joinedAt());
    handle.createUpdate("""
            insert into waitlist
              (org_id, waitlist_id, call_id, customer_id, service_id, resource_id, wish_from,
               wish_to, part_from, part_to, joined_at, status, hold_id, version)
            values (:org, :id, :call, :customer, :service, :resource, :from,
               :to, :partFrom, :partTo, :joined, :status, :hold, :version)""")
        .bind("org", entry.org().value())
        .bind("id", entry.id().value())
        .bind("call", entry.call().value())
        .bind("customer", customer)
        .bind("service", entry.service().value())
        .bind("resource", entry.resource().map(ResourceId::value).orElse(null))
        .bind("from", entry.from())
        .bind("to", entry.to())
        .bind("partFrom", entry.part().from())
        .bind("partTo", entry.part().to())
        .bind("joined", entry.joinedAt())
        .bind("status", entry.status().name())
        .bind("hold", entry.offer().map(HoldId::value).orElse(null))
        .bind("version", entry.version())
        .execute();
  }

  private static Query select(Handle handle, OrgId org, String condition) {
    return handle.createQuery(SELECT + condition).bind("org", org.value());
  }

  private List<WaitlistEntry> list(Query query, OrgId org) {
    return query.map((row, _) -> entry(org, row)).list();
  }

  private WaitlistEntry entry(OrgId org, ResultSet row) throws SQLException {
    return new WaitlistEntry(
        new WaitlistId(row.getString("waitlist_id")),
        org,
        new CallId(row.getString("call_id")),
        new ServiceId(row.getString("service_id")),
        Columns.maybeText(row, "resource_id").map(ResourceId::new),
        row.getObject("wish_from", LocalDateTime.class),
        row.getObject("wish_to", LocalDateTime.class),
        new DayPart(
            row.getObject("part_from", LocalTime.class), row.getObject("part_to", LocalTime.class)),
        customers.customer(org, row),
        Columns.instant(row, "joined_at"),
        WaitlistStatus.valueOf(row.getString("status")),
        Columns.maybeText(row, "hold_id").map(HoldId::new),
        row.getInt("version"));
  }
}
