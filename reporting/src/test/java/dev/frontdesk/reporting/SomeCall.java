package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Line;
import dev.frontdesk.reporting.CallRecord.Speaker;
import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call being put together for a test: a minute long, from a caller whose number is known.
public final class SomeCall {
  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  public static final PhoneNumber DANA = new PhoneNumber("+14155550123");

  private OrgId org = new OrgId("maple");
  private CallId id = new CallId("call-1");
  private Optional<PhoneNumber> customer = Optional.of(DANA);
  private Instant start = NINE;
  private String reason = "customer-ended-call";
  private Optional<Money> worth = Optional.empty();
  private final List<Line> lines = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<Appointment> appointments = new ArrayList<>();
  private final List<CallRecord.Recording> recordings = new ArrayList<>();

  public SomeCall in(OrgId org, String call) {
    this.org = org;
    this.id = new CallId(call);
    return this;
  }

  public SomeCall from(Optional<PhoneNumber> caller) {
    customer = caller;
    return this;
  }

  public SomeCall at(Instant start) {
    this.start = start;
    return this;
  }

  public SomeCall ended(String reason) {
    this.reason = reason;
    return this;
  }

  public SomeCall worth(String money) {
    worth = Optional.of(Money.parse(money));
    return this;
  }

  public SomeCall agent(String words) {
    lines.add(new Line(Speaker.AGENT, new Transcript(words), start.plusSeconds(lines.size())));
    return this;
  }

  public SomeCall caller(String words) {
    lines.add(new Line(Speaker.CALLER, new Transcript(words), start.plusSeconds(lines.size())));
    return this;
  }

  public SomeCall did(Act.Kind kind) {
    acts.add(new Act(kind, Optional.empty(), start.plusSeconds(30)));
    return this;
  }

  public SomeCall recorded(CallRecord.Recording recording) {
    recordings.add(recording);
    return this;
  }

  /// With the appointment that came of it.
  public SomeCall booked() {
    var slot = new Slot(start.plusSeconds(86_400), start.plusSeconds(88_200));
    appointments.add(
        new Appointment(
            org,
            "Maple Street Barbers",
            Optional.empty(),
            new BookingId("booking-1"),
            1,
            Appointment.State.CONFIRMED,
            new ServiceId("haircut"),
            "Haircut",
            List.of(new ResourceId("ana")),
            List.of("Ana"),
            slot,
            ZoneId.of("America/New_York"),
            new PersonName("Dana Fox"),
            customer,
            Optional.empty(),
            id,
            start,
            Optional.empty()));
    acts.add(new Act(Act.Kind.BOOKED, Optional.of("booking-1"), start.plusSeconds(40)));
    return this;
  }

  public CallRecord record() {
    return new CallRecord(
        org,
        "Maple Street Barbers",
        id,
        "inboundPhoneCall",
        customer,
        Optional.of(new PhoneNumber("+14155550100")),
        new AgentVersion("scripted-1"),
        start,
        Optional.of(start),
        start.plusSeconds(61),
        reason,
        lines,
        List.of(
            new CallRecord.Turn(1, 300, 40, 60, 5), new CallRecord.Turn(2, 400, 50, 70, 5)),
        acts,
        appointments,
        worth,
        recordings,
        Optional.empty());
  }

  public Report report() {
    return report(start.plusSeconds(65));
  }

  public Report report(Instant madeAt) {
    return new ReportMaker().byRules(record(), ReportMaker.Plan.PLAIN, madeAt);
  }
}
