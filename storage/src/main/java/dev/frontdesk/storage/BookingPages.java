package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An organisation's bookings, a page at a time, for who goes through all of them.
public final class BookingPages {
  private final Transactions transactions;

  BookingPages(Transactions transactions) {
    this.transactions = transactions;
  }

  /// In the order of ids, whatever their status, of appointments that end after `endsAfter`.
  ///
  /// @param last the last one of the page before; empty for the first page
  public List<BookingId> after(
      OrgId org, Optional<BookingId> last, Instant endsAfter, int limit) {
    return transactions.again(org, handle ->
        handle.createQuery("""
                select booking_id from bookings
                 where org_id = :org and booking_id > :last and ends_at > :endsAfter
                 order by booking_id limit :limit""")
            .bind("org", org.value())
            .bind("last", last.map(BookingId::value).orElse(""))
            .bind("endsAfter", endsAfter)
            .bind("limit", limit)
            .map((row, _) -> new BookingId(row.getString("booking_id")))
            .list());
  }
}
