package dev.frontdesk.lab;

import dev.frontdesk.lab.VendorBooks.Row;
import dev.frontdesk.lab.VendorWatch.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every vendor a booking ends up at, simulated, and how a server is told of them: a calendar and a
/// base of customer records for each business, and one account for text messages.
final class SimulatedVendors implements AutoCloseable {
  private static final String BOOKING = "frontdeskBooking";
  private static final String APPOINTMENTS = "Appointments";
  private static final Pattern BOOKING_IN_JSON =
      Pattern.compile("\"" + BOOKING + "\"\\s*:\\s*\"([^\"]+)\"");

  private final Path folder;
  private final VendorFaults calendarFaults;
  private final VendorFaults smsFaults;
  private final VendorFaults crmFaults;
  private final VendorTimes calendarTimes = new VendorTimes();
  private final VendorTimes smsTimes = new VendorTimes();
  private final SimulatedCalendar calendar;
  private final SimulatedAirtable airtable;
  private final SimulatedMessages messages;
  private final Map<Integer, SimulatedAirtableBase> bases = new ConcurrentHashMap<>();

  /// @param latency what every request takes
  /// @param account for texts
  record Settings(
      SimulatedMessages.Account account, Duration latency, long seed, Clock clock) {}

  static SimulatedVendors start(Settings settings) {
    return new SimulatedVendors(settings);
  }

  private SimulatedVendors(Settings settings) {
    this.folder = LabRun.temporary();
    this.calendarFaults = new VendorFaults(settings.seed);
    this.smsFaults = new VendorFaults(settings.seed + 1);
    this.crmFaults = new VendorFaults(settings.seed + 2);
    this.calendar =
        SimulatedCalendar.start(0, calendarFaults, settings.latency, settings.clock);
    this.airtable = SimulatedAirtable.start(0, crmFaults, settings.latency, settings.clock);
    this.messages =
        SimulatedMessages.start(
            0, settings.account, smsFaults, settings.latency, settings.clock);
    watch((_, _) -> {});
  }

  /// The sections of a configuration that tell a server where the vendors are.
  String serverSections() {
    return """
        calendar: {url: "%s", push: false, pollMinutes: 1}
        crm: {airtableUrl: "%s", pollSeconds: 10}
        messages: {twilioUrl: "%s"}
        """
        .formatted(calendar.base(), airtable.address(), messages.base());
  }

  /// The sections of one organisation, indented as a part of it.
  String organisationSections(int number) {
    var address = "desk-" + number + "@lab.example";
    var account = "frontdesk-" + number + "@lab.iam.gserviceaccount.com";
    var base = bases.computeIfAbsent(number, this::newBase);
    calendar.share(address, account);
    return """
            calendar: {calendar: "%s", serviceAccount: "%s", conflicts: warn}
            crm: {airtable: {base: %s, token: "%s", direction: both, create: true,
                conflicts: {status: crm, start: frontdesk}}}
            messages: {sms: {from: "%s", perSecond: 100}}
        """
        .formatted(address, keyFile(number, account), base.id(), base.token(),
            "+1415%07d".formatted(1_000_000 + number));
  }

  private SimulatedAirtableBase newBase(int number) {
    return airtable.addBase("app%014d".formatted(number), "pat-lab-" + number);
  }

  private Path keyFile(int number, String account) {
    try {
      return Files.writeString(
          folder.resolve("calendar-" + number + ".json"), calendar.serviceAccount(account, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  VendorTimes calendarTimes() {
    return calendarTimes;
  }

  VendorTimes smsTimes() {
    return smsTimes;
  }

  /// Has someone told of every moment of every change at a vendor, by `calendar`, `sms` or `crm`.
  void watch(BiConsumer<String, Moment> watcher) {
    var inCalendar = calendarTimes.watch(SimulatedVendors::bookingOf);
    var byText = smsTimes.watch(SimulatedVendors::receiverOf);
    calendarFaults.watchedBy(
        (moment, operation, request) -> {
          inCalendar.at(moment, operation, request);
          if (operation.matches("events\\.(insert|update|patch|delete)")) {
            watcher.accept("calendar", moment);
          }
        });
    smsFaults.watchedBy(
        (moment, operation, request) -> {
          byText.at(moment, operation, request);
          if (operation.equals("messages.create")) {
            watcher.accept("sms", moment);
          }
        });
    crmFaults.watchedBy(
        (moment, operation, _) -> {
          if (operation.equals("records.upsert")) {
            watcher.accept("crm", moment);
          }
        });
  }

  private static Optional<String> bookingOf(String operation, VendorRequest request) {
    return operation.equals("events.insert")
        ? Optional.of(BOOKING_IN_JSON.matcher(request.text()))
            .filter(Matcher::find)
            .map(found -> found.group(1))
        : Optional.empty();
  }

  private static Optional<String> receiverOf(String operation, VendorRequest request) {
    return operation.equals("messages.create")
        ? request.form().getOrDefault("To", List.of()).stream().findFirst()
        : Optional.empty();
  }

  /// Whatever vendors do to their customers, at rates that make it happen all the time.
  void misbehave() {
    for (var faults : List.of(calendarFaults, smsFaults, crmFaults)) {
      faults
          .rate(0.02, VendorFault.status(500))
          .rate(0.02, VendorFault.status(503))
          .rate(0.02, VendorFault.throttled(Duration.ofSeconds(1)))
          .rate(0.03, VendorFault.resetBefore())
          .rate(0.03, VendorFault.resetAfter())
          .rate(0.02, VendorFault.doneYet(502))
          .rate(0.02, VendorFault.slow(Duration.ofSeconds(2)));
    }
    calendarFaults.rate(0.01, VendorFault.expiredToken());
    calendarFaults
        .rateOf("events.patch", 0.05, VendorFault.status(412, "conditionNotMet"))
        .rateOf("events.delete", 0.05, VendorFault.status(412, "conditionNotMet"))
        .rateOf("events.list", 0.05, VendorFault.status(410, "fullSyncRequired"));
    smsFaults
        .callbackRate(0.1, CallbackFault.twice(Duration.ofMillis(200)))
        .callbackRate(0.1, CallbackFault.late(Duration.ofSeconds(1)))
        .callbackRate(0.05, CallbackFault.lost());
  }

  void calm() {
    List.of(calendarFaults, smsFaults, crmFaults).forEach(VendorFaults::calm);
  }

  /// How often each fault befell a request, by vendor and fault.
  Map<String, Integer> faultCounts() {
    var counts = new TreeMap<String, Integer>();
    Map.of("calendar", calendarFaults, "sms", smsFaults, "crm", crmFaults)
        .forEach(
            (vendor, faults) ->
                faults.counts().forEach((fault, count) -> counts.put(vendor + " " + fault, count)));
    return counts;
  }

  /// Somebody at one of the businesses cancels an appointment in the customer records.
  boolean editSomeRecord() {
    var all = List.copyOf(bases.values());
    var base = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    var standing =
        base.entries(APPOINTMENTS).stream()
            .filter(entry -> "Confirmed".equals(entry.fields().get("Status")))
            .toList();
    if (standing.isEmpty()) {
      return false;
    }
    var entry = standing.get(ThreadLocalRandom.current().nextInt(standing.size()));
    base.edit(APPOINTMENTS, entry.record(), "Status", "Cancelled");
    return true;
  }

  /// Whether a text tells of an appointment at this time, in the words of the shipped templates.
  static boolean tellsOf(String text, OffsetDateTime start) {
    var time = DateTimeFormatter.ofPattern("h:mm", Locale.US).format(start);
    return text.contains(time) && text.contains(Integer.toString(start.getDayOfMonth()));
  }

  /// The headline of the booking's event, once it stands at this time.
  Optional<String> calendarEvent(String booking, Instant start) {
    return calendar.entries().stream()
        .filter(event -> booking.equals(event.own().get(BOOKING)) && event.start().equals(start))
        .map(SimulatedCalendar.Entry::summary)
        .findFirst();
  }

  /// The newest text to this number.
  Optional<SimulatedText> textTo(String phone) {
    return messages.entries().stream()
        .filter(text -> text.to().equals(phone))
        .reduce((_, later) -> later);
  }

  /// What the booking's row says, once it has this time.
  Optional<String> record(String booking, Instant start) {
    return bases.values().stream()
        .flatMap(base -> base.entries(APPOINTMENTS).stream())
        .filter(entry -> booking.equals(entry.fields().get("Booking ID")))
        .filter(entry -> row(entry.fields()).start().equals(start))
        .map(entry -> entry.fields().get("Service") + ", " + entry.fields().get("Status"))
        .findFirst();
  }

  /// What stands everywhere at this moment.
  VendorBooks books() {
    var events = new HashMap<String, List<Instant>>();
    for (var event : calendar.entries()) {
      var booking = event.own().get(BOOKING);
      if (booking != null) {
        events.computeIfAbsent(booking, _ -> new ArrayList<>()).add(event.start());
      }
    }
    var rows = new HashMap<String, List<Row>>();
    for (var base : bases.values()) {
      for (var entry : base.entries(APPOINTMENTS)) {
        var booking = entry.fields().getOrDefault("Booking ID", "");
        rows.computeIfAbsent(booking, _ -> new ArrayList<>()).add(row(entry.fields()));
      }
    }
    var texts =
        messages.entries().stream()
            .collect(
                Collectors.groupingBy(
                    SimulatedText::to,
                    Collectors.mapping(SimulatedText::body, Collectors.toList())));
    return new Books(events, texts, rows);
  }

  private record Books(
      Map<String, List<Instant>> events,
      Map<String, List<String>> sent,
      Map<String, List<Row>> records)
      implements VendorBooks {
    @Override
    public List<Instant> liveEvents(String booking) {
      return events.getOrDefault(booking, List.of());
    }

    @Override
    public List<String> texts(String phone) {
      return sent.getOrDefault(phone, List.of());
    }

    @Override
    public List<Row> rows(String booking) {
      return records.getOrDefault(booking, List.of());
    }
  }

  private static Row row(Map<String, String> fields) {
    return new Row(
        fields.getOrDefault("Status", "").toLowerCase(Locale.ROOT).replace(' ', '-'),
        Instant.parse(fields.getOrDefault("Start", "1970-01-01T00:00:00Z")));
  }

  @Override
  public void close() {
    calendar.close();
    airtable.close();
    messages.close();
    LabRun.delete(folder);
  }
}
