package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;

import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallType;
import dev.frontdesk.telephony.Direction;
import dev.frontdesk.telephony.Leg;
import dev.frontdesk.telephony.LegStatus;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.TurnTiming;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.TraceId;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConsentLog;
import java.util.Optional;

/// Gives an organisation at least one row in every table there is.
final class RowsEverywhere {
  private RowsEverywhere() {}

  static void of(OrgId org) {
    var storage = TestStorage.shared();
    var call = new CallId("call-" + org.value());
    storage.calls().open(call(org, call), leg(org, call));
    var line = new SpokenLine(SpokenLine.Speaker.CALLER, new Transcript("hello"), NINE);
    storage.calls().appendLine(org, call, line);
    storage.calls().appendTurn(org, call, new TurnTiming(1, 300, 20, 30, 5));
    storage.conversations().save(org, call, "{}");
    storage.consents().consented(
        org, call, "This call is recorded.", ConsentLog.Method.STAYED_ON_LINE, NINE);
    storage.apiKeys().create(org, ApiKey.Scope.PRIVATE, "test");
    storage.outbox().append(
        OutboxEntry.of(org, "test.row", "k", "{}", new TraceId("0".repeat(32)), NINE));
    bookings(org, call);
    storage.callBacks().request(org, call);
  }

  private static void bookings(OrgId org, CallId call) {
    var store = TestStorage.shared().bookings();
    var bookings = new Bookings(org);
    store.book(bookings.one(call, "ana", NINE, "key-1"));
    store.hold(bookings.hold(call, "ana", NINE.plusSeconds(7200)));
    var entry = bookings.waiting(call);
    TestStorage.shared().waitlist().join(entry, "key-2", bookings.joined(entry));
  }

  static Call call(OrgId org, CallId id) {
    return new Call(
        org,
        id,
        CallType.INBOUND_PHONE_CALL,
        CallStatus.RINGING,
        Optional.of(new PhoneNumber("+14155550123")),
        Optional.of(TestStorage.numberOf(org)),
        new AgentVersion("scripted-1"),
        NINE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Leg leg(OrgId org, CallId call) {
    return new Leg(
        org,
        call,
        new LegId("leg-of-" + call.value()),
        Direction.INBOUND,
        LegStatus.RINGING,
        "twilio",
        Optional.of("CA-" + call.value()),
        AudioFormat.PHONE,
        NINE);
  }
}
