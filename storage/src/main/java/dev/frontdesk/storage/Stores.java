package dev.frontdesk.storage;

import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.WaitlistStore;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.WebhookDeliveries;
import dev.frontdesk.durable.AuditLog;
import dev.frontdesk.durable.Outbox;
import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.MessageStore;
import dev.frontdesk.telephony.CallStore;
import dev.frontdesk.telephony.NumberDirectory;
import dev.frontdesk.telephony.TransferStore;
import dev.frontdesk.voice.ConsentLog;
import dev.frontdesk.voice.ConversationStore;
import java.time.Clock;

/// The stores over one pool, wired by hand.
record Stores(
    BookingStore bookings,
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
    CalendarStores calendar) {

  static Stores over(Transactions transactions, PersonalDataCodec codec, Clock clock) {
    return new Stores(
        new SqlBookingStore(transactions, codec),
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
        CalendarStores.over(transactions, codec));
  }
}
