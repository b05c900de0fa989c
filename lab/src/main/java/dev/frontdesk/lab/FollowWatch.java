package dev.frontdesk.lab;

import dev.frontdesk.reporting.ReportStore;
import dev.frontdesk.server.CallEvent;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Sees what follows a call at the simulated vendors and in the books, as it appears, with the time
/// since the caller's last word before the appointment was made: the "yes".
public final class FollowWatch implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final SimulatedVendors vendors;
  private final Storage storage;
  private final OrgId org;
  private final Consumer<Step> told;
  private final Map<String, Supplier<Optional<String>>> awaited = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Queue<Made> made = new ConcurrentLinkedQueue<>();
  private final Thread looking;
  private volatile long yesAt = System.nanoTime();
  private long bookedYesAt = yesAt;

  private record Made(CallId call, BookingId booking, long yesAt) {}

  /// Something that followed.
  ///
  /// @param what   `calendar`, `sms`, `sms delivered`, `crm`, `report`
  /// @param detail for people
  /// @param after  the time since the caller said yes
  public record Step(String what, String detail, Duration after) {}

  FollowWatch(SimulatedVendors vendors, Storage storage, OrgId org, Consumer<Step> told) {
    this.vendors = vendors;
    this.storage = storage;
    this.org = org;
    this.told = told;
    this.looking = Thread.ofVirtual().name("follow").start(this::look);
  }

  /// Wants to be told every event of the call; never keeps who tells it waiting.
  public void on(CallEvent event) {
    switch (event.type()) {
      case "turn.taken" -> yesAt = System.nanoTime();
      case "booked", "rescheduled" -> {
        var id = new BookingId(String.valueOf(event.fields().get("booking")));
        made.add(new Made(event.call(), id, yesAt));
      }
      default -> {
        // nothing follows from it
      }
    }
  }

  /// Everything seen so far, in the order in which it appeared.
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /// Waits until all that is to follow has appeared.
  ///
  /// @return what has not
  public List<String> await(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < until && missing().size() > 0) {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
    return missing();
  }

  /// Looks no more.
  @Override
  public void close() {
    looking.interrupt();
  }

  private synchronized List<String> missing() {
    return made.isEmpty() ? List.copyOf(awaited.keySet()) : List.of("booking");
  }

  private void follow(CallId call, BookingId id) {
    var booking = storage.bookings().find(org, id).orElseThrow();
    var start = booking.slot().start();
    awaited.put(
        "calendar",
        () -> vendors.calendarEvent(id.value(), start).map(event -> "event \"" + event + "\""));
    booking.customer().phone().map(PhoneNumber::e164).ifPresent(phone -> {
      awaited.put("sms", () -> vendors.textTo(phone).map(text -> '"' + text.body() + '"'));
      awaited.put(
          "sms delivered",
          () ->
              vendors
                  .textTo(phone)
                  .filter(text -> text.status().equals("delivered"))
                  .map(text -> "to the handset"));
    });
    awaited.put("crm", () -> vendors.record(id.value(), start));
    awaited.put(
        "report",
        () ->
            storage
                .reports()
                .find(org, call, OptionalInt.empty())
                .map(ReportStore.Document::version)
                .map(version -> "version " + version));
  }

  private void look() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        lookOnce();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void lookOnce() {
    for (var next = made.poll(); next != null; next = made.poll()) {
      bookedYesAt = next.yesAt;
      follow(next.call, next.booking);
    }
    for (var one : List.copyOf(awaited.entrySet())) {
      one.getValue()
          .get()
          .ifPresent(
              detail -> {
                awaited.remove(one.getKey());
                var after = Duration.ofNanos(System.nanoTime() - bookedYesAt);
                var step = new Step(one.getKey(), detail, after);
                steps.add(step);
                told.accept(step);
              });
    }
  }
}
