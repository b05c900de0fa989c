package dev.frontdesk.storage;

import dev.frontdesk.booking.CalendarConnections;
import dev.frontdesk.booking.CalendarMirrors;
import dev.frontdesk.booking.WrittenEntries;

/// What is kept about the business's own calendar.
public record CalendarStores(
    CalendarConnections connections,
    CalendarConsents consents,
    WrittenEntries written,
    CalendarMirrors mirrors) {

  static CalendarStores over(Transactions transactions, PersonalDataCodec codec) {
    return new CalendarStores(
        new SqlCalendarConnections(transactions, codec),
        new CalendarConsents(transactions, codec),
        new SqlWrittenEntries(transactions),
        new SqlCalendarMirrors(transactions));
  }
}
