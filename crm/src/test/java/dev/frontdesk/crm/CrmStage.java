package dev.frontdesk.crm;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmTarget.Direction;
import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.crm.spi.FakeCrm;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An organisation with appointments, its customer records, and time that tests move.
final class CrmStage implements AppointmentEdits, CrmNotices, CrmCards {
  static final OrgId ORG = new OrgId("org-1");
  static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  final SettableClock clock = new SettableClock(NOON);
  final CrmConnection connection = new CrmConnection("base", new Secret("token"));
  final FakeCrm crm = new FakeCrm(connection, clock);
  final CrmInMemory memory = new CrmInMemory();
  final Map<BookingId, Appointment> appointments = new LinkedHashMap<>();
  final Map<CallId, CallCard> calls = new LinkedHashMap<>();
  final Map<String, LeadCard> leads = new LinkedHashMap<>();
  final Map<String, String> alarms = new LinkedHashMap<>();
  final List<Duration> pauses = new ArrayList<>();
  Optional<String> refusal = Optional.empty();
  CrmTarget target = target(Direction.PUSH, new MergePolicy.Ask());
  final CrmSync sync =
      new CrmSync(
          memory.kept(),
          (_, booking) -> Optional.ofNullable(appointments.get(booking)),
          this,
          this,
          this,
          clock,
          wait -> {
            pauses.add(wait);
            clock.advance(wait);
          });
  final CrmSettling settling =
      new CrmSettling(
          memory.kept(),
          (_, booking) -> Optional.ofNullable(appointments.get(booking)),
          this,
          this,
          clock);

  CrmTarget target(Direction direction, MergePolicy policy) {
    return new CrmTarget(
        ORG, crm, connection, CrmNames.USUAL, direction, policy, true, Optional.empty(),
        Duration.ofMinutes(5));
  }

  void twoWay(MergePolicy policy) {
    target = target(Direction.BOTH, policy);
  }

  void withHook() {
    target =
        new CrmTarget(
            ORG, crm, connection, CrmNames.USUAL, Direction.BOTH, new MergePolicy.Latest(), true,
            Optional.of(URI.create("https://desk.example.com/airtable/org-1")),
            Duration.ofMinutes(5));
  }

  void withoutCreating() {
    target =
        new CrmTarget(
            ORG, crm, connection, CrmNames.USUAL, Direction.PUSH, new MergePolicy.Ask(), false,
            Optional.empty(), Duration.ofMinutes(5));
  }

  /// Books at ten on a later day, with a number of their own.
  BookingId book(int n) {
    var id = new BookingId("b-" + n);
    var start = NOON.plus(Duration.ofDays(n)).minus(Duration.ofHours(2));
    put(id, 1, Appointment.State.CONFIRMED, start);
    return id;
  }

  void rename(BookingId id, String name) {
    var now = appointments.get(id);
    put(id, now.version() + 1, now.state(), now.slot().start(), name);
  }

  void put(BookingId id, int version, Appointment.State state, Instant start) {
    put(id, version, state, start, "Zoë " + id.value().substring(2));
  }

  private void put(
      BookingId id, int version, Appointment.State state, Instant start, String name) {
    int n = Integer.parseInt(id.value().substring(2));
    appointments.put(
        id,
        new Appointment(
            ORG, "Maple Street", Optional.empty(), id, version, state, new ServiceId("haircut"),
            "Haircut", List.of(new ResourceId("ana")), List.of("Ana"),
            new Slot(start, start.plus(Duration.ofMinutes(30))), ZoneId.of("America/New_York"),
            new PersonName(name),
            Optional.of(new PhoneNumber("+1415555%04d".formatted(n))), Optional.empty(),
            new CallId("call-" + n), NOON, Optional.empty()));
  }

  void move(BookingId id, Duration by) {
    var now = appointments.get(id);
    put(id, now.version() + 1, now.state(), now.slot().start().plus(by));
  }

  void become(BookingId id, Appointment.State state) {
    var now = appointments.get(id);
    put(id, now.version() + 1, state, now.slot().start());
  }

  ProviderResult<String> push(BookingId... ids) {
    var subjects = new ArrayList<CrmSubject>();
    for (var id : ids) {
      subjects.add(new OfBooking(id));
    }
    return sync.push(target, subjects, clock.instant(), "job-" + ids[0].value());
  }

  ProviderResult<String> pull() {
    return sync.pull(target, "job-pull");
  }

  /// A booking's row there; empty when there is none.
  Map<CrmField, CellValue> row(BookingId id) {
    return crm.rows(CrmTable.APPOINTMENTS).values().stream()
        .filter(cells -> new CellValue.Text(id.value()).equals(cells.get(CrmField.BOOKING_ID)))
        .findFirst()
        .orElse(Map.of());
  }

  String recordOf(BookingId id) {
    return crm.rows(CrmTable.APPOINTMENTS).entrySet().stream()
        .filter(
            row ->
                new CellValue.Text(id.value()).equals(row.getValue().get(CrmField.BOOKING_ID)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  void edit(BookingId id, CrmField field, CellValue value) {
    crm.edit(CrmTable.APPOINTMENTS, recordOf(id), field, value);
  }

  /// The desk: does what it is told unless `refusal` says why not.
  @Override
  public Outcome apply(
      OrgId org, BookingId booking, int version, CrmField field, CellValue value, String key) {
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    var now = appointments.get(booking);
    if (now.version() != version) {
      return new Outcome.Changed();
    }
    if (field == CrmField.STATUS && value instanceof Choice(var status)) {
      become(
          booking,
          status.equals("Cancelled") ? Appointment.State.CANCELLED : Appointment.State.NO_SHOW);
    } else if (field == CrmField.START && value instanceof Moment(var start)) {
      put(booking, version + 1, now.state(), start);
    }
    return new Outcome.Done();
  }

  @Override
  public void raise(OrgId org, String kind, String subject, String text) {
    alarms.put(kind + " " + subject, text);
  }

  @Override
  public void clear(OrgId org, String kind, String subject) {
    alarms.remove(kind + " " + subject);
  }

  @Override
  public Optional<CallCard> call(OrgId org, CallId call) {
    return Optional.ofNullable(calls.get(call));
  }

  @Override
  public Optional<LeadCard> lead(OrgId org, String lead) {
    return Optional.ofNullable(leads.get(lead));
  }
}
