package dev.frontdesk.storage;

import dev.frontdesk.booking.Allocation;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingChange;
import dev.frontdesk.booking.BookingEvent;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.BusyTime;
import dev.frontdesk.booking.Hold;
import dev.frontdesk.booking.HoldStatus;
import dev.frontdesk.booking.NewBookings;
import dev.frontdesk.booking.NewHold;
import dev.frontdesk.booking.Share;
import dev.frontdesk.booking.WriteOutcome;
import dev.frontdesk.durable.AuditChain.Head;
import dev.frontdesk.storage.HoldRows.Making;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class SqlBookingStore implements BookingStore {
  private static final String MADE_IN =
      """
      b.call_id = :call and b.service_id = :service and b.starts_at = :starts
        and b.status = 'CONFIRMED' order by b.booking_id limit 1""";

  private static final String BOOK_ONE =
      String.join(
          ";\n",
          BookingRows.TAKE_KEY,
          BookingRows.SELECT + MADE_IN,
          HoldRows.MAKE_WAY,
          BookingRows.INSERT_WITH_CUSTOMER,
          ClaimRows.ALLOCATE,
          SqlAuditLog.HEAD);

  private final Transactions transactions;
  private final CustomerRows customers;
  private final BookingRows bookings;

  SqlBookingStore(Transactions transactions, PersonalDataCodec codec) {
    this.transactions = transactions;
    this.customers = new CustomerRows(codec);
    this.bookings = new BookingRows(customers);
  }

  @Override
  public List<BusyTime> busy(OrgId org, Set<ResourceId> resources, Slot range, Instant now) {
    return transactions.atOnce(
        org,
        """
        select resource_id, share_from, share_to, service_id, starts_at, ends_at, blocked_from,
               blocked_until, expires_at, call_id, owner_id
          from allocations
         where org_id = :org and resource_id = any(:resources)
           and blocked_until > :from and blocked_from < :to
           and (expires_at is null or expires_at > :now)
         order by blocked_from, owner_id, resource_id""",
        query ->
            query
                .bindArray("resources", String.class, values(resources))
                .bind("from", range.start())
                .bind("to", range.end())
                .bind("now", now),
        answers -> answers.rows(SqlBookingStore::busyTime));
  }

  @Override
  public Map<ResourceId, Instant> lastBooked(OrgId org, Set<ResourceId> resources) {
    var last = new HashMap<ResourceId, Instant>();
    transactions.atOnce(
        org,
        """
        select r.id, a.booked_at from unnest(:resources) r (id),
          lateral (select booked_at from assignments
                    where org_id = :org and resource_id = r.id
                    order by booked_at desc limit 1) a""",
        query -> query.bindArray("resources", String.class, values(resources)),
        answers ->
            answers.rows(
                row ->
                    last.put(
                        new ResourceId(row.getString("id")), Columns.instant(row, "booked_at"))));
    return Map.copyOf(last);
  }

  @Override
  public Optional<Booking> find(OrgId org, BookingId booking) {
    return read(org, "b.booking_id = :id", query -> query.bind("id", booking.value())).stream()
        .findFirst();
  }

  @Override
  public List<Booking> byKey(OrgId org, String key) {
    return read(
        org,
        """
        b.booking_id = any(array(select unnest(subjects) from booking_acts
                                  where org_id = :org and key = :key))
          order by b.starts_at, b.booking_id""",
        query -> query.bind("key", key));
  }

  private List<Booking> byKey(Handle handle, OrgId org, String key) {
    return bookings.findAll(handle, org, BookingRows.subjectsOf(handle, org, key));
  }

  @Override
  public Optional<Booking> madeIn(OrgId org, CallId call, ServiceId service, Instant start) {
    return read(
            org,
            MADE_IN,
            query ->
                query
                    .bind("call", call.value())
                    .bind("service", service.value())
                    .bind("starts", start))
        .stream()
        .findFirst();
  }

  private Optional<Booking> madeIn(
      Handle handle, OrgId org, CallId call, ServiceId service, Instant start) {
    var query =
        bookings.select(handle, org, MADE_IN)
            .bind("call", call.value())
            .bind("service", service.value())
            .bind("starts", start);
    return bookings.list(query, org).stream().findFirst();
  }

  @Override
  public List<Booking> upcoming(OrgId org, PhoneNumber phone, Instant now) {
    return read(
        org,
        """
        c.phone_hash = :phone and b.status = 'CONFIRMED' and b.ends_at > :now
          order by b.starts_at, b.booking_id""",
        query -> query.bind("phone", customers.phoneHash(org, phone)).bind("now", now));
  }

  @Override
  public List<Booking> between(OrgId org, Slot range) {
    return read(
        org,
        "b.ends_at > :from and b.starts_at < :to order by b.starts_at, b.booking_id",
        query -> query.bind("from", range.start()).bind("to", range.end()));
  }

  private List<Booking> read(OrgId org, String condition, Consumer<? super Update> bind) {
    return transactions.atOnce(
        org,
        BookingRows.SELECT + condition,
        bind,
        answers -> answers.rows(row -> bookings.booking(org, row)));
  }

  @Override
  public List<Booking> ofSeries(OrgId org, SeriesId series) {
    return transactions.again(org, handle ->
        bookings.list(
            bookings
                .select(handle, org, "b.series_id = :series order by b.starts_at, b.booking_id")
                .bind("series", series.value()),
            org));
  }

  @Override
  public Optional<Hold> heldBy(OrgId org, CallId call, Instant now) {
    return transactions.again(org, handle -> HoldRows.liveOf(handle, org, call, now));
  }

  @Override
  public WriteOutcome<Hold> hold(NewHold wanted) {
    var org = wanted.hold().org();
    var locks = Locks.of(org, Stream.of(wanted.hold().call()), wanted.quotas());
    return transactions.decideUnnamed(handle -> HoldRows.takeAndCommit(handle, wanted, locks));
  }

  @Override
  public WriteOutcome<Hold> release(OrgId org, HoldId hold, Instant now) {
    return transactions.decide(org, Locks.NONE, handle ->
        HoldRows.release(handle, org, hold, now)
            .<WriteOutcome<Hold>>map(WriteOutcome.Committed::new)
            .orElseGet(WriteOutcome.Gone::new));
  }

  @Override
  public List<Hold> expireHolds(OrgId org, Instant now) {
    return transactions.again(org, handle -> HoldRows.expire(handle, org, now));
  }

  @Override
  public WriteOutcome<List<Booking>> book(NewBookings wanted) {
    var locks = Locks.of(wanted.org(), Stream.of(wanted.call()), wanted.quotas());
    if (wanted.bookings().size() == 1) {
      var made = transactions.decideUnnamed(handle -> bookOne(handle, wanted, locks));
      if (!(made instanceof WriteOutcome.Gone)) {
        return made;
      }
    }
    return transactions.decide(wanted.org(), locks, handle -> book(handle, wanted));
  }

  /// One booking in two messages: all that may be in its way, then, when nothing is, what is told
  /// of it and the commit. Gone when that is not enough to know: the key was used before, or the
  /// customer's row is being written by somebody else just now.
  private WriteOutcome<List<Booking>> bookOne(Handle handle, NewBookings wanted, Locks locks) {
    var org = wanted.org();
    var booking = wanted.bookings().getFirst();
    var made =
        Transactions.together(
            handle, org, locks, BOOK_ONE, insert -> bindOne(insert, wanted), answers ->
                new MadeOne(
                    answers.count(),
                    answers.rows(row -> bookings.booking(org, row)),
                    answers.rows(row -> HoldRows.settled(org, row)),
                    answers.count(),
                    answers.count(),
                    answers.rows(SqlAuditLog::head)));
    if (made.keys == 0 || made.inserted == 0) {
      return new WriteOutcome.Gone<>();
    }
    if (wanted.maybeToldTwice() && !made.before.isEmpty()) {
      return new WriteOutcome.Duplicate<>(made.before);
    }
    if (made.allocated != booking.claim().allocations().size()) {
      return new WriteOutcome.Overlap<>();
    }
    if (!QuotaCount.allKept(handle, org, wanted.quotas(), wanted.now())) {
      return new WriteOutcome.QuotaFull<>();
    }
    var events = new ArrayList<>(HoldRows.events(made.settled, wanted.now()));
    events.addAll(wanted.events());
    BookingEvents.appendAndCommit(handle, made.head.getFirst(), events);
    return new WriteOutcome.Committed<>(wanted.bookings());
  }

  /// What `BOOK_ONE` answers.
  private record MadeOne(
      int keys,
      List<Booking> before,
      List<HoldRows.Settled> settled,
      int inserted,
      int allocated,
      List<Head> head) {}

  private void bindOne(Update insert, NewBookings wanted) {
    var booking = wanted.bookings().getFirst();
    var making =
        new Making(
            wanted.org(),
            Optional.of(wanted.call()),
            wanted.consumes(),
            HoldStatus.BOOKED,
            booking.resources(),
            wanted.now());
    HoldRows.bind(bookings.bind(insert, booking), making)
        .bind("key", wanted.key())
        .bindArray("subjects", String.class, List.of(booking.id().value()));
  }

  private WriteOutcome<List<Booking>> book(Handle handle, NewBookings wanted) {
    var org = wanted.org();
    var ids = wanted.bookings().stream().map(booking -> booking.id().value()).toList();
    if (!BookingRows.takeKey(handle, org, wanted.key(), ids, wanted.now())) {
      return new WriteOutcome.Duplicate<>(byKey(handle, org, wanted.key()));
    }
    if (wanted.maybeToldTwice()) {
      var only = wanted.bookings().getFirst();
      var made = madeIn(handle, org, wanted.call(), only.service(), only.slot().start());
      if (made.isPresent()) {
        return new WriteOutcome.Duplicate<>(List.of(made.get()));
      }
    }
    var resources = wanted.bookings().stream().flatMap(b -> b.resources().stream()).toList();
    var settled =
        HoldRows.makeWay(
            handle,
            new Making(
                org,
                Optional.of(wanted.call()),
                wanted.consumes(),
                HoldStatus.BOOKED,
                Set.copyOf(resources),
                wanted.now()));
    for (var booking : wanted.bookings()) {
      bookings.insert(handle, booking);
      if (!allocate(handle, booking)) {
        return new WriteOutcome.Overlap<>();
      }
    }
    if (!QuotaCount.allKept(handle, org, wanted.quotas(), wanted.now())) {
      return new WriteOutcome.QuotaFull<>();
    }
    tell(handle, settled, wanted.events(), wanted.now());
    return new WriteOutcome.Committed<>(wanted.bookings());
  }

  @Override
  public WriteOutcome<Booking> change(BookingChange wanted) {
    var org = wanted.after().org();
    var locks = Locks.of(org, wanted.call().stream(), wanted.quotas());
    return transactions.decide(org, locks, handle -> change(handle, wanted));
  }

  private WriteOutcome<Booking> change(Handle handle, BookingChange wanted) {
    var before = wanted.before();
    var after = wanted.after();
    var org = after.org();
    var subject = List.of(after.id().value());
    if (!BookingRows.takeKey(handle, org, wanted.key(), subject, wanted.now())) {
      return byKey(handle, org, wanted.key()).stream()
          .findFirst()
          .<WriteOutcome<Booking>>map(WriteOutcome.Duplicate::new)
          .orElseGet(WriteOutcome.Gone::new);
    }
    if (!bookings.replace(handle, before, after)) {
      return new WriteOutcome.Gone<>();
    }
    bookings.reassign(handle, before, after);
    ClaimRows.free(handle, org, subject);
    boolean moved = !after.claim().equals(before.claim());
    var settled =
        HoldRows.makeWay(
            handle,
            new Making(
                org,
                moved ? wanted.call() : Optional.empty(),
                Optional.empty(),
                HoldStatus.BOOKED,
                after.resources(),
                wanted.now()));
    if (after.blocks() && !allocate(handle, after)) {
      return new WriteOutcome.Overlap<>();
    }
    if (after.blocks() && !QuotaCount.allKept(handle, org, wanted.quotas(), wanted.now())) {
      return new WriteOutcome.QuotaFull<>();
    }
    tell(handle, settled, List.of(wanted.event()), wanted.now());
    return new WriteOutcome.Committed<>(after);
  }

  private static boolean allocate(Handle handle, Booking booking) {
    return ClaimRows.allocate(
        handle,
        booking.org(),
        booking.id().value(),
        booking.call(),
        booking.claim(),
        Optional.empty());
  }

  private static void tell(
      Handle handle, List<HoldRows.Settled> settled, List<BookingEvent> events, Instant now) {
    var all = new ArrayList<>(HoldRows.events(settled, now));
    all.addAll(events);
    BookingEvents.append(handle, all);
  }

  private static BusyTime busyTime(ResultSet row) throws SQLException {
    var share = new Share(row.getInt("share_from"), row.getInt("share_to"));
    var owner =
        Columns.maybeInstant(row, "expires_at").isPresent()
            ? new BusyTime.Owner.ByHold(new CallId(row.getString("call_id")))
            : new BusyTime.Owner.ByBooking(new BookingId(row.getString("owner_id")));
    return new BusyTime(
        new Allocation(new ResourceId(row.getString("resource_id")), share),
        new ServiceId(row.getString("service_id")),
        ClaimRows.slot(row),
        ClaimRows.blocked(row),
        owner);
  }

  private static List<String> values(Set<ResourceId> resources) {
    return resources.stream().map(ResourceId::value).toList();
  }
}
