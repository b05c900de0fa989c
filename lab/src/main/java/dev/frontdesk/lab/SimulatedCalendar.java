package dev.frontdesk.lab;

import static dev.frontdesk.lab.SimulatedCalendarBook.JSON;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/// Google Calendar's side: API version 3 and the OAuth endpoints, on one port. As strict as the
/// real one about fields, ids, tags, tokens and limits. Everybody who was granted access has a
/// calendar called as their address, `primary` for short.
///
/// Operations for faults: `events.insert`, `events.get`, `events.list`, `events.patch`,
/// `events.update`, `events.delete`, `events.instances`, `events.watch`, `channels.stop`,
/// `freebusy.query`, `token`, `consent`, `revoke`; and `push` for what it sends.
public final class SimulatedCalendar implements AutoCloseable {
  public static final String CLIENT = SimulatedCalendarTokens.CLIENT;
  public static final String CLIENT_SECRET = SimulatedCalendarTokens.CLIENT_SECRET;
  private static final Set<String> CONSENTED =
      Set.of(
          "https://www.googleapis.com/auth/calendar.events.owned",
          "https://www.googleapis.com/auth/calendar.events.freebusy");

  private final Map<String, SimulatedCalendarBook> books = new ConcurrentHashMap<>();
  private final Set<String> shared = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private final SimulatedCalendarTokens tokens;
  private final SimulatedCalendarQuota quota;
  private final SimulatedCalendarPushes pushes;
  private final SimulatedCalendarRoutes routes;
  private final VendorDoor door;

  private SimulatedCalendar(int port, VendorFaults faults, Duration latency, Clock clock) {
    this.clock = clock;
    // A scenario's day is not that of Google's client, which dates what it signs.
    this.tokens = new SimulatedCalendarTokens(Clock.systemUTC());
    this.quota = new SimulatedCalendarQuota(Clock.systemUTC());
    this.pushes = new SimulatedCalendarPushes(faults, clock);
    this.routes = new SimulatedCalendarRoutes(this, tokens, quota, pushes, clock);
    this.door = VendorDoor.open(port, routes, faults, latency);
  }

  public static SimulatedCalendar start(VendorFaults faults, Duration latency) {
    return start(0, faults, latency, Clock.systemUTC());
  }

  /// @param port  0 for any
  /// @param clock the calendars'; tokens and limits follow the machine's
  public static SimulatedCalendar start(
      int port, VendorFaults faults, Duration latency, Clock clock) {
    return new SimulatedCalendar(port, faults, latency, clock);
  }

  public URI base() {
    return door.base();
  }

  /// Somebody gives access, with what Frontdesk asks for.
  ///
  /// @return their refresh token
  public String grant(String user) {
    book(user);
    return tokens.grant(user, CONSENTED);
  }

  /// Makes a service account.
  ///
  /// @return its key file
  public String serviceAccount(String email, boolean delegated) {
    return tokens.serviceKey(email, delegated);
  }

  /// Shares a calendar with an account that does not own it.
  public void share(String calendar, String account) {
    book(calendar);
    shared.add(calendar + " " + account);
  }

  /// As when somebody takes access back: refresh and access tokens, keys, all of it.
  public void revoke(String user) {
    tokens.revoke(user);
  }

  public void expireAccessTokens() {
    tokens.expireAccess();
  }

  /// Sync tokens given until now are answered with 410.
  public void forgetSyncTokens() {
    routes.forgetSyncTokens();
  }

  public void limit(int perUserAndMinute, int perMinute) {
    quota.limit(perUserAndMinute, perMinute);
  }

  /// Deleted events of this calendar stay deleted.
  public void refuseRevival(String calendar) {
    book(calendar).refuseRevival();
  }

  /// One event or occurrence that stands.
  ///
  /// @param own the private extended properties
  public record Entry(
      String calendar,
      String id,
      String summary,
      String description,
      Instant start,
      Instant end,
      Map<String, String> own) {}

  /// All that stands, of every calendar.
  public List<Entry> entries() {
    return books.values().stream()
        .flatMap(book -> book.standing().stream().map(event -> entry(book, event)))
        .toList();
  }

  public List<Entry> entries(String calendar) {
    return entries().stream().filter(entry -> entry.calendar().equals(calendar)).toList();
  }

  /// Puts an event in by hand, as the owner would.
  ///
  /// @param json as in the API
  public String addByHand(String calendar, String json) {
    var id = book(calendar).insert((ObjectNode) JSON.readTree(json)).path("id").asString();
    pushes.changed(calendar);
    return id;
  }

  public String addByHand(String calendar, Instant from, Instant to) {
    return addByHand(
        calendar,
        """
        {"summary":"Dentist","start":{"dateTime":"%s"},"end":{"dateTime":"%s"}}"""
            .formatted(from, to));
  }

  public void changeByHand(String calendar, String event, String json) {
    book(calendar)
        .patch(event, Optional.empty(), (ObjectNode) JSON.readTree(json));
    pushes.changed(calendar);
  }

  public void deleteByHand(String calendar, String event) {
    book(calendar).delete(event, Optional.empty());
    pushes.changed(calendar);
  }

  /// How many messages were sent through channels.
  public long pushes() {
    return pushes.sent();
  }

  public int channels() {
    return pushes.open();
  }

  @Override
  public void close() {
    door.close();
    pushes.close();
  }

  SimulatedCalendarBook book(String calendar) {
    return books.computeIfAbsent(
        calendar, id -> new SimulatedCalendarBook(id, ZoneId.of("America/New_York"), clock));
  }

  /// @throws CalendarRefusal when this account may not see it
  SimulatedCalendarBook book(String named, SimulatedCalendarTokens.Access access) {
    var calendar = named.equals("primary") ? access.user() : named;
    if (calendar.equals(access.user()) && !access.service()) {
      return book(calendar);
    }
    var known = books.get(calendar);
    if (known == null || !shared.contains(calendar + " " + access.user())) {
      throw CalendarRefusal.notFound();
    }
    return known;
  }

  private static Entry entry(SimulatedCalendarBook book, ObjectNode event) {
    var own = new TreeMap<String, String>();
    for (var one : event.path("extendedProperties").path("private").properties()) {
      own.put(one.getKey(), one.getValue().asString());
    }
    return new Entry(
        book.id(),
        event.path("id").asString(),
        event.path("summary").asString(""),
        event.path("description").asString(""),
        SimulatedCalendarRules.moment(event.path("start"), book.zone()),
        SimulatedCalendarRules.moment(event.path("end"), book.zone()),
        own);
  }
}
