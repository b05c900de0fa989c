package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.telephony.CallDesk;
import dev.frontdesk.telephony.MediaGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// What a server does by itself: recover calls that an earlier process left open, sweep those that
/// never got a socket, drain on the way down.
class Housekeeping implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
  private static final Duration BOOKINGS_EVERY = Duration.ofMinutes(1);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  /// Who watched a call may still read how it ended.
  private static final Duration FEED_KEPT = Duration.ofMinutes(2);

  private final CallDesk desk;
  private final BookingDesk bookings;
  private final VapiCalls vapi;
  private final CallEvents events;
  private final MediaGateway gateway;
  private final ServerSettings settings;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("housekeeping").factory());
  private Instant bookingsSweptAt = Instant.EPOCH;
  private volatile boolean running;

  Housekeeping(
      CallDesk desk,
      BookingDesk bookings,
      VapiCalls vapi,
      MediaGateway gateway,
      CallEvents events,
      ServerSettings settings) {
    this.desk = desk;
    this.bookings = bookings;
    this.vapi = vapi;
    this.events = events;
    this.gateway = gateway;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    for (var organisation : settings.organisations()) {
      vapi.restore(desk.recover(organisation.org()));
    }
    long every = SWEEP_EVERY.toMillis();
    timer.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      desk.sweep();
      sweepBookings();
      events.dropOver(settings.clock().instant().minus(FEED_KEPT));
    } catch (RuntimeException failure) {
      LOG.warn("what is over could not be swept", failure);
    }
  }

  /// Frees slots whose holds ran out and offers them to who waits.
  private void sweepBookings() {
    var now = settings.clock().instant();
    if (now.isBefore(bookingsSweptAt.plus(BOOKINGS_EVERY))) {
      return;
    }
    bookingsSweptAt = now;
    settings.organisations().forEach(organisation -> bookings.sweep(organisation.org()));
  }

  /// Live calls get a while to end; those that remain are redirected by their carrier when the
  /// socket closes, and go on where they were once a server is back.
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    try {
      if (!gateway.drain(DRAIN)) {
        LOG.warn("stopping although calls are live; their carriers will come back");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
