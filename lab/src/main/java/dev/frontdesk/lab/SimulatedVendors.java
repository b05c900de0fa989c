package dev.frontdesk.lab;

import dev.frontdesk.lab.VendorWatch.Moment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Every vendor a booking ends up at, simulated, and how a server is told of them.
final class SimulatedVendors implements AutoCloseable, VendorBooks {
  private final VendorTimes calendarTimes = new VendorTimes();
  private final VendorTimes smsTimes = new VendorTimes();

  static SimulatedVendors start(URI server, Duration latency, long seed) {
    return new SimulatedVendors();
  }

  void serverIsUp() {}

  String serverSections() {
    return "";
  }

  String organisationSections(int number) {
    return "";
  }

  VendorTimes calendarTimes() {
    return calendarTimes;
  }

  VendorTimes smsTimes() {
    return smsTimes;
  }

  void misbehave() {}

  void calm() {}

  void settle() {}

  void editSomeRecord() {}

  void watch(BiConsumer<String, Moment> watcher) {}

  Map<String, Integer> faultCounts() {
    return Map.of();
  }

  static boolean tellsOf(String text, OffsetDateTime start) {
    return false;
  }

  @Override
  public List<Instant> liveEvents(String booking) {
    return List.of();
  }

  @Override
  public List<String> texts(String phone) {
    return List.of();
  }

  @Override
  public List<Row> rows(String booking) {
    return List.of();
  }

  @Override
  public void close() {}
}
