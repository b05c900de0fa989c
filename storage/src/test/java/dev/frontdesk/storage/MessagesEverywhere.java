package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;

import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.Message;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageStore.Allowance;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.Purpose;
import dev.frontdesk.messaging.Recipient;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Transcript;
import java.util.Optional;

/// At least one row in each of the tables of text messages.
final class MessagesEverywhere {
  static final Recipient DANA = new Recipient.Handset(new PhoneNumber("+14155550123"));

  private MessagesEverywhere() {}

  static void of(OrgId org) {
    var storage = TestStorage.shared();
    storage.messages().intend(
        org, MessageId.of("everywhere"), draft(), 0, new Allowance(Optional.empty(), 1), NINE);
    var contacts = storage.contacts();
    contacts.suppress(org, DANA, Optional.of(Purpose.MARKETING), "reply", NINE);
    contacts.consented(
        org, DANA, Purpose.APPOINTMENT, new ContactStore.Proof("call", "call-1", "gave it", NINE));
    contacts.received(
        org,
        new ContactStore.Incoming(
            "SM1", DANA, new Transcript("R"), "change", Optional.empty(), Optional.empty(), NINE));
  }

  static Message.Draft draft() {
    return new Message.Draft(
        new BookingId("booking-1"), 1, Notice.CONFIRMATION, 0, DANA, "+14155550100", "ours",
        new MessageText("Haircut booked for Dana"), 1, Optional.of(Price.parse("0.0079 USD")));
  }
}
