package dev.frontdesk.lab;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingSettings;
import dev.frontdesk.dialog.DialogEvent;
import dev.frontdesk.dialog.ScriptedAgents;
import dev.frontdesk.lab.SyntheticCaller.Rings;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.server.StandingBooking;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Slot;
import dev.frontdesk.voice.spi.AgentFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A scenario without audio: virtual time, the real turn machine, agent, booking desk and
/// PostgreSQL. Plays on the calling thread.
final class TextRun {
  /// No sensible conversation is longer.
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  private final Scenario scenario;
  private final OrgId org;
  private final Storage storage;
  private final VirtualLoop loop = new VirtualLoop();
  private final BookingDesk desk;
  private final AgentFactory agents;

  private TextRun(Scenario scenario, Storage storage, Secret tokenKey) {
    this.scenario = scenario;
    this.org = scenario.catalogue().organisation().id();
    this.storage = storage;
    var clock = loop.clockFrom(scenario.now());
    this.desk =
        new BookingDesk(
            storage.catalogues(),
            storage.bookings(),
            storage.waitlist(),
            tokenKey,
            BookingSettings.DEFAULT,
            clock);
    this.agents =
        new ScriptedAgents(
            desk,
            clock,
            Locale.US,
            (_, _) -> scenario.person().map(PersonAtPhone::phone),
            this::happened);
  }

  static ScenarioResult play(Scenario scenario, Storage storage, Secret tokenKey) {
    return new TextRun(scenario, storage, tokenKey).play();
  }

  private ScenarioResult play() {
    storage.organisations().save(scenario.catalogue(), List.of());
    var refused = enter(desk, org, scenario.standing());
    if (!refused.isEmpty()) {
      return ScenarioResult.failed(scenario.name(), refused);
    }
    var before = rows(storage, scenario);
    loop.schedule(this::sweep, SWEEP_EVERY);
    var calls = ring();
    var all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
    while (!all.isDone() && loop.nanoTime() < LONGEST.toNanos() && loop.advanceToNext()) {
      // time passes
    }
    if (!all.isDone()) {
      return ScenarioResult.failed(scenario.name(), "a call did not end within " + LONGEST);
    }
    return ScenarioResult.of(
        scenario,
        before,
        rows(storage, scenario),
        storage.callBacks().open(org),
        calls.stream().map(CompletableFuture::join).toList());
  }

  /// @return why a standing booking could not be entered; empty when all were
  static String enter(BookingDesk desk, OrgId org, List<StandingBooking> standing) {
    for (var booking : standing) {
      var outcome =
          desk.enter(
              org,
              booking.id(),
              booking.service(),
              booking.resources(),
              booking.start(),
              booking.customer(),
              "standing:" + booking.id().value());
      if (!(outcome instanceof BookOutcome.Booked)) {
        return "standing booking " + booking.id().value() + " cannot stand: " + outcome;
      }
    }
    return "";
  }

  /// Every booking of the scenario's organisation.
  static List<Booking> rows(Storage storage, Scenario scenario) {
    var years = Duration.ofDays(3 * 366);
    var range = new Slot(scenario.now().minus(years), scenario.now().plus(years));
    return storage.bookings().between(scenario.catalogue().organisation().id(), range);
  }

  private List<CompletableFuture<CallRecord>> ring() {
    var calls = new ArrayList<CompletableFuture<CallRecord>>();
    for (var caller : scenario.callers()) {
      calls.add(
          caller.rings() == Rings.AFTER && !calls.isEmpty()
              ? calls.getLast().thenCompose(_ -> ring(caller))
              : ring(caller));
    }
    return calls;
  }

  private CompletableFuture<CallRecord> ring(SyntheticCaller caller) {
    var call = new CallId(Ids.newUuid(scenario.now().plusNanos(loop.nanoTime())));
    return TextCall.ring(loop, org, call, agents.start(org, call, caller.phone()), caller, scenario.person());
  }

  private void happened(OrgId of, CallId call, DialogEvent event) {
    if (event instanceof DialogEvent.Escalated(_, var callBack)) {
      callBack.ifPresent(number -> storage.callBacks().request(of, call, number));
    }
  }

  private void sweep() {
    desk.sweep(org);
    loop.schedule(this::sweep, SWEEP_EVERY);
  }
}
