package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;

import dev.frontdesk.booking.CalendarConnection;
import dev.frontdesk.booking.CalendarMirror;
import dev.frontdesk.booking.WrittenEntry;
import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmConflict;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.crm.CrmSubject;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.MirrorRow;
import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.durable.AfterAttempt;
import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.FailureClass;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobStore;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Outcome;
import dev.frontdesk.durable.TakenJob;
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
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import dev.frontdesk.vocabulary.TraceId;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConsentLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    storage.callBacks().request(org, call, new PhoneNumber("+14155550123"));
    ReportRows.of(org, call);
    crm(org);
    storage.transfers().ask(org, call, new PhoneNumber("+14155550199"), NINE);
    calendar(org);
    work(org);
    MessagesEverywhere.of(org);
  }

  private static void work(OrgId org) {
    var work = TestStorage.shared().work();
    var job =
        new Job("job", org, "test.row", "k", "{}", JobRig.TRACE, NINE, Optional.empty());
    work.jobs(10).plan(List.of(job));
    var taken = new TakenJob(job, org.value() + "/1", 0, false, NINE);
    Function<List<Outcome>, JobStore.Turn> turn = ended ->
        new JobStore.Turn(
            org, org.value() + "/1", false, false, ended, List.of("test.row"), _ -> List.of(),
            due -> due, 10, NINE);
    work.store().turn(turn.apply(List.of()));
    var after = new AfterAttempt.Again(NINE, FailureClass.RETRYABLE, true, false, "refused");
    work.store().turn(turn.apply(List.of(new Outcome(taken, after, NINE, NINE, true))));
    work.keptAnswers().begin(org, "key", "hash", NINE);
    work.alarms().raise(new Alarm(org, "test.row", "s", "a test", NINE));
  }

  private static void crm(OrgId org) {
    var kept = TestStorage.shared().crm();
    var booking = new BookingId("crm-1");
    kept.bases().enter(org, "base", "test", NINE, NINE);
    kept.rows().mark(org, List.of(new CrmSubject.OfBooking(booking)), NINE);
    kept.rows().contacts(org, List.of("phone:+14155550123"), NINE);
    var row =
        new MirrorRow(
            CrmTable.APPOINTMENTS, "crm-1", Optional.of("rec"), Map.of(), Map.of(), Map.of(),
            Optional.of(NINE), Optional.of(NINE));
    kept.rows().save(org, List.of(row), Map.of("crm-1", booking));
    kept.conflicts().raise(
        new CrmConflict(
            "crm-1:status", org, booking, CrmField.STATUS, new CellValue.Choice("Confirmed"),
            new CellValue.Choice("Cancelled"), 1, "both changed", NINE, Optional.empty()));
    TestStorage.shared().webhookDeliveries().begin(
        org, "n8n", new WebhookEvent("e-1", "test.row", NINE, "{}"));
  }

  private static void calendar(OrgId org) {
    var kept = TestStorage.shared().calendar();
    kept.connections().save(
        CalendarConnection.none(org).connected(Optional.of(new Secret("grant")), NINE));
    kept.consents().begin(org, "consent", new Secret("verifier"), NINE);
    var booking = new BookingId("booking");
    kept.written().save(
        new WrittenEntry(org, booking, 1, WrittenEntry.State.PUT_OFF, Optional.empty(), NINE));
    kept.written().occurrence(org, new SeriesId("series"), booking, Map.of(booking, NINE));
    var range = new Slot(NINE, NINE.plusSeconds(3600));
    var mirror =
        new CalendarMirror(
            org, "primary", Optional.of("t1"), range, NINE, NINE, Optional.empty(), "");
    var change = new CalendarChanges.Change("e1", Optional.of(range), false);
    kept.mirrors().apply(Optional.empty(), mirror, List.of(change), true);
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
