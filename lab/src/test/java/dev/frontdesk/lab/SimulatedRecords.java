package dev.frontdesk.lab;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/// The customer records of many organisations at a simulated Airtable, with people who edit them by
/// hand, and how a server is told of them. Safe from any thread.
final class SimulatedRecords implements AutoCloseable {
  private static final String TABLE = "Appointments";
  private static final String TOKEN = "pat-lab";
  private static final int POLL_SECONDS = 10;

  private final SimulatedAirtable airtable;
  private final URI server;
  private final Map<Integer, SimulatedAirtableBase> bases = new ConcurrentHashMap<>();
  private final SplittableRandom random;

  /// @param server where Airtable tells the server of edits
  SimulatedRecords(URI server, VendorFaults faults, Duration latency, long seed) {
    this.server = server;
    this.random = new SplittableRandom(seed);
    this.airtable = SimulatedAirtable.start(0, faults, latency, Clock.systemUTC());
  }

  /// The configuration's section `crm`, for the whole server.
  String serverSection() {
    return "crm: {airtableUrl: \"%s\", notifyUrl: \"%s\", pollSeconds: %d}"
        .formatted(airtable.address(), server, POLL_SECONDS);
  }

  /// An organisation's own section `crm`, without indentation; makes its base.
  String organisationSection(int number) {
    var base = bases.computeIfAbsent(number, n -> airtable.addBase(idOf(n), TOKEN));
    return ("crm: {airtable: {base: %s, token: %s, direction: both, create: true,"
            + " conflicts: {status: crm, start: frontdesk}}}")
        .formatted(base.id(), TOKEN);
  }

  private static String idOf(int number) {
    return "appLAB%011d".formatted(number);
  }

  /// Rows that name the booking, in whichever base.
  List<VendorBooks.Row> rows(String booking) {
    return standing().stream()
        .filter(row -> booking.equals(row.entry().fields().get("Booking ID")))
        .map(SimulatedRecords::row)
        .toList();
  }

  private static VendorBooks.Row row(Standing standing) {
    var fields = standing.entry().fields();
    var status = fields.getOrDefault("Status", "").toLowerCase(Locale.ROOT).replace(' ', '-');
    return new VendorBooks.Row(status, Instant.parse(fields.getOrDefault("Start", "")));
  }

  private record Standing(SimulatedAirtableBase base, SimulatedAirtableBase.Entry entry) {}

  private List<Standing> standing() {
    var all = new ArrayList<Standing>();
    for (var base : bases.values()) {
      base.entries(TABLE).forEach(entry -> all.add(new Standing(base, entry)));
    }
    return all;
  }

  /// Somebody cancels an appointment that stands, in its row.
  ///
  /// @return the booking; empty when there is none to cancel
  Optional<String> cancelOne() {
    var confirmed =
        standing().stream()
            .filter(row -> "Confirmed".equals(row.entry().fields().get("Status")))
            .toList();
    if (confirmed.isEmpty()) {
      return Optional.empty();
    }
    Standing chosen;
    synchronized (random) {
      chosen = confirmed.get(random.nextInt(confirmed.size()));
    }
    chosen.base().edit(TABLE, chosen.entry().record(), "Status", "Cancelled");
    return Optional.ofNullable(chosen.entry().fields().get("Booking ID"));
  }

  /// How many requests were too many for a base.
  int throttled() {
    return bases.values().stream().mapToInt(SimulatedAirtableBase::throttled).sum();
  }

  /// The base of one organisation, to look at or to edit.
  SimulatedAirtableBase base(int number) {
    return Optional.ofNullable(bases.get(number)).orElseThrow();
  }

  @Override
  public void close() {
    airtable.close();
  }
}
