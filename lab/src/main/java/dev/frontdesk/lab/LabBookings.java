package dev.frontdesk.lab;

import dev.frontdesk.lab.BookingClient.OfferedSlot;
import dev.frontdesk.lab.BookingClient.Person;
import dev.frontdesk.lab.BookingClient.Reply;
import dev.frontdesk.lab.VendorWatch.Moment;
import dev.frontdesk.vocabulary.OrgId;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/// `lab bookings`: so many bookings a second, spread over many organisations, each timed from the
/// request to its commit, to the calendar and to the text message. The server is a process of its
/// own; the vendors are simulated here and take their time.
public final class LabBookings {
  static final int ORGANISATIONS = 100;
  private static final Duration VENDORS_TAKE = Duration.ofMillis(100);
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration DRAIN = Duration.ofSeconds(60);
  private static final int OFFERS = 50;
  private static final int MOST_PROBLEMS = 5;

  private final Options options;
  private final PrintStream progress;
  private final ChaosHistory history = new ChaosHistory();
  private final Map<String, Timed> timed = new ConcurrentHashMap<>();
  private final Set<String> problems = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger strangers = new AtomicInteger();

  /// @param rate    bookings a second
  /// @param seconds how long, after a warm-up at the same rate
  public record Options(int rate, int seconds) {}

  /// A booking that was acknowledged, by `System.nanoTime`.
  private record Timed(String id, String phone, long askedAt, long answeredAt) {}

  private LabBookings(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Blocks until the run is over.
  public static BookingsReport run(Options options, PrintStream progress)
      throws IOException, InterruptedException {
    try (var stage = BookingStage.open(ORGANISATIONS, VENDORS_TAKE, 1)) {
      return new LabBookings(options, progress).run(stage);
    }
  }

  private BookingsReport run(BookingStage stage) throws InterruptedException {
    progress.printf("the server is up; warming it for %d s%n", WARM_UP.toSeconds());
    ask(stage, (int) WARM_UP.toSeconds(), false);
    stage.drain(DRAIN);
    progress.printf("measuring: %d a second for %d s%n", options.rate(), options.seconds());
    ask(stage, options.seconds(), true);
    progress.println("waiting until everything that follows has followed");
    stage.drain(DRAIN);
    var tally = stage.verdict(history);
    return new BookingsReport(
        options.rate(), options.seconds(), asked.get(), timed.size(), tally, stages(stage));
  }

  /// Sends at the rate, whatever comes back and when.
  private void ask(BookingStage stage, int seconds, boolean measured) throws InterruptedException {
    int count = options.rate() * seconds;
    var slots = slots(stage, count);
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = began + TimeUnit.SECONDS.toNanos(i) / options.rate();
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        var org = stage.organisations().get(i % stage.organisations().size());
        threads.submit(
            () -> {
              book(stage.client(org), org, slots, measured);
              return null;
            });
      }
    }
  }

  private void book(
      BookingClient desk,
      OrgId org,
      Map<OrgId, ConcurrentLinkedQueue<OfferedSlot>> slots,
      boolean measured)
      throws InterruptedException {
    var slot = slots.getOrDefault(org, new ConcurrentLinkedQueue<>()).poll();
    if (slot == null) {
      return;
    }
    int stranger = strangers.incrementAndGet();
    var person = stranger(stranger);
    if (measured) {
      asked.incrementAndGet();
    }
    long askedAt = System.nanoTime();
    var reply = desk.book(slot, person, "lab-" + stranger);
    long answeredAt = System.nanoTime();
    if (reply instanceof Reply.Answered answered && answered.granted()) {
      history.acknowledged(org.value(), answered.body());
      if (measured) {
        var id = answered.body().path("id").asString();
        timed.put(id, new Timed(id, person.phone(), askedAt, answeredAt));
      }
    } else if (problems.add(String.valueOf(reply)) && problems.size() <= MOST_PROBLEMS) {
      progress.println("not booked: " + reply);
    }
  }

  static Person stranger(int number) {
    return new Person("Guest %d".formatted(number), "+1415%07d".formatted(2_000_000 + number));
  }

  /// Enough offers for everyone, asked for beforehand.
  private Map<OrgId, ConcurrentLinkedQueue<OfferedSlot>> slots(BookingStage stage, int count)
      throws InterruptedException {
    var slots = new ConcurrentHashMap<OrgId, ConcurrentLinkedQueue<OfferedSlot>>();
    int each = count / stage.organisations().size() + 1;
    for (var org : stage.organisations()) {
      List<OfferedSlot> offers = new ArrayList<>();
      for (int day = 3; offers.size() < each; day++) {
        var from = LocalDate.now(ZoneOffset.UTC).plusDays(day);
        var to = from.plusDays(1).atStartOfDay();
        offers.addAll(
            stage.client(org).offers(LabBusiness.SERVICE, from.atStartOfDay(), to, OFFERS));
      }
      slots.put(org, new ConcurrentLinkedQueue<>(offers));
    }
    return slots;
  }

  private Map<String, Histogram> stages(BookingStage stage) {
    var stages = BookingsReport.noStages();
    for (var booking : timed.values()) {
      var calendar = stage.vendors().calendarTimes();
      var sms = stage.vendors().smsTimes();
      BookingsReport.note(
          stages, BookingsReport.COMMIT, booking.askedAt(), booking.answeredAt());
      way(stages, booking, calendar, booking.id(), "calendar", BookingsReport.CALENDAR);
      way(stages, booking, sms, booking.phone(), "SMS", BookingsReport.SMS);
    }
    return stages;
  }

  private static void way(
      Map<String, Histogram> stages,
      Timed booking,
      VendorTimes times,
      String key,
      String vendor,
      String whole) {
    var asked = times.at(key, Moment.ASKED);
    var answered = times.at(key, Moment.ANSWERED);
    if (asked.isPresent() && answered.isPresent()) {
      BookingsReport.note(
          stages, "  answered → " + vendor + " asked", booking.answeredAt(), asked.getAsLong());
      BookingsReport.note(
          stages, "  " + vendor + " asked → answered", asked.getAsLong(), answered.getAsLong());
      BookingsReport.note(stages, whole, booking.askedAt(), answered.getAsLong());
    }
  }
}
