package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.durable.AuditLog;
import dev.frontdesk.durable.Outbox;
import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.MessageStore;
import dev.frontdesk.reporting.Acts;
import dev.frontdesk.reporting.LeadStore;
import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.reporting.RetentionStore;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.NumberDirectory;
import dev.frontdesk.telephony.TransferStore;
import dev.frontdesk.voice.ConsentLog;
import dev.frontdesk.voice.ConversationStore;
import java.time.Clock;

/// The stores over one pool, wired by hand.
record Stores(
    BookingStore bookings,
    BookingPages bookingPages,
    WaitlistStore waitlist,
    CallStore calls,
    TransferStore transfers,
    NumberDirectory numbers,
    ConversationStore conversations,
    ConsentLog consents,
    Outbox outbox,
    AuditLog audit,
    CallBacks callBacks,
    ApiKeys apiKeys,
    Organisations organisations,
    MessageStore messages,
    ContactStore contacts,
    CrmSync.Kept crm,
    WebhookDeliveries webhookDeliveries,
    CalendarStores calendar,
    Reporting reporting) {

  /// What is made of calls that are over.
  record Reporting(Acts acts, ReportStore reports, LeadStore leads, RetentionStore retention) {
    static Reporting over(Transactions transactions, PersonalDataCodec codec) {
      return new Reporting(
          new SqlActs(transactions),
          new SqlReportStore(transactions, codec),
          new SqlLeadStore(transactions, codec),
          new SqlRetentionStore(transactions, codec));
    }
  }

  static Stores over(Transactions transactions, PersonalDataCodec codec, Clock clock) {
    return new Stores(
        new SqlBookingStore(transactions, codec),
        new BookingPages(transactions),
        new SqlWaitlistStore(transactions, codec),
        new SqlCallStore(transactions, codec),
        new SqlTransferStore(transactions, codec),
        new SqlNumberDirectory(transactions),
        new SqlConversationStore(transactions, codec, clock),
        new SqlConsentLog(transactions),
        new SqlOutbox(transactions),
        new SqlAuditLog(transactions),
        new CallBacks(transactions, codec, clock),
        new ApiKeys(transactions, clock),
        new Organisations(transactions, clock),
        new SqlMessageStore(transactions, codec),
        new SqlContactStore(transactions, codec),
        new CrmSync.Kept(
            new SqlCrmBases(transactions, codec),
            new SqlCrmRows(transactions, codec),
            new SqlCrmConflicts(transactions, codec)),
        new SqlWebhookDeliveries(transactions),
        CalendarStores.over(transactions, codec),
        Reporting.over(transactions, codec));
  }
}
