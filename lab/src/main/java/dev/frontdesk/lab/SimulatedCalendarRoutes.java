package dev.frontdesk.lab;

import static dev.frontdesk.lab.SimulatedCalendarBook.JSON;

import dev.frontdesk.lab.SimulatedCalendarTokens.Access;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// What each path of the API does.
final class SimulatedCalendarRoutes implements VendorDoor.Vendor {
  private static final String ROOT = "/calendar/v3/";
  private static final Pattern EVENTS =
      Pattern.compile("calendars/([^/]+)/events(?:/([^/]+))?(?:/(instances))?");
  private static final Set<String> SYNC_FORBIDS =
      Set.of(
          "iCalUID", "orderBy", "privateExtendedProperty", "sharedExtendedProperty", "q", "timeMin",
          "timeMax", "updatedMin");
  private static final int PAGE = 250;
  private static final int MOST_PAGE = 2_500;

  private final SimulatedCalendar calendar;
  private final SimulatedCalendarTokens tokens;
  private final SimulatedCalendarQuota quota;
  private final SimulatedCalendarPushes pushes;
  private final Clock clock;
  private volatile int era;

  SimulatedCalendarRoutes(
      SimulatedCalendar calendar,
      SimulatedCalendarTokens tokens,
      SimulatedCalendarQuota quota,
      SimulatedCalendarPushes pushes,
      Clock clock) {
    this.calendar = calendar;
    this.tokens = tokens;
    this.quota = quota;
    this.pushes = pushes;
    this.clock = clock;
  }

  void forgetSyncTokens() {
    era++;
  }

  @Override
  public String operation(VendorRequest request) {
    return switch (request.path()) {
      case "/token" -> "token";
      case "/revoke" -> "revoke";
      case "/o/oauth2/v2/auth" -> "consent";
      case ROOT + "freeBusy" -> "freebusy.query";
      case ROOT + "channels/stop" -> "channels.stop";
      default -> eventOperation(request);
    };
  }

  private static String eventOperation(VendorRequest request) {
    var path = path(request);
    var events = EVENTS.matcher(path);
    if (!request.path().startsWith(ROOT) || !events.matches()) {
      return "unknown";
    }
    if (events.group(3) != null) {
      return "events.instances";
    }
    if ("watch".equals(events.group(2)) && method(request).equals("POST")) {
      return "events.watch";
    }
    boolean one = events.group(2) != null;
    return switch (method(request)) {
      case "GET" -> one ? "events.get" : "events.list";
      case "POST" -> one ? "unknown" : "events.insert";
      case "PATCH" -> "events.patch";
      case "PUT" -> "events.update";
      case "DELETE" -> "events.delete";
      default -> "unknown";
    };
  }

  private static String path(VendorRequest request) {
    return request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
  }

  private static String method(VendorRequest request) {
    return request.header("x-http-method-override").orElse(request.method());
  }

  @Override
  public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
    if (operation(request).equals("token")) {
      var error = refused.reason().isEmpty() ? "internal_failure" : refused.reason();
      return VendorAnswer.json(refused.status(), "{\"error\":\"" + error + "\"}");
    }
    return CalendarRefusal.answer(refused.status(), refused.reason(), "Simulated refusal");
  }

  @Override
  public VendorAnswer expired(VendorRequest request) {
    return CalendarRefusal.answer(401, "authError", "Invalid Credentials");
  }

  @Override
  public VendorAnswer answer(VendorRequest request) {
    try {
      return switch (operation(request)) {
        case "token" -> tokens.token(request);
        case "revoke" -> tokens.revoke(request);
        case "consent" -> tokens.consent(request);
        default -> asked(request);
      };
    } catch (CalendarRefusal refused) {
      return refused.answer();
    } catch (JacksonException | ClassCastException notJson) {
      return CalendarRefusal.answer(400, "parseError", "Parse Error");
    }
  }

  private VendorAnswer asked(VendorRequest request) {
    var access = tokens.asks(request);
    quota.take(request.parameter("quotaUser").orElse(access.user()));
    return switch (operation(request)) {
      case "freebusy.query" -> freeBusy(request, access);
      case "channels.stop" -> {
        pushes.stop(body(request));
        yield VendorAnswer.empty(204);
      }
      case "unknown" -> throw CalendarRefusal.notFound();
      default -> events(request, access);
    };
  }

  private VendorAnswer events(VendorRequest request, Access access) {
    var path = EVENTS.matcher(path(request));
    if (!path.matches()) {
      throw CalendarRefusal.notFound();
    }
    var book = calendar.book(path.group(1), access);
    var id = path.group(2) == null ? "" : path.group(2);
    var ifMatch = request.header("if-match");
    return switch (operation(request)) {
      case "events.get" -> ok(book.get(id));
      case "events.list" -> list(request, book);
      case "events.instances" -> instances(request, book, id);
      case "events.watch" -> ok(pushes.watch(book.id(), body(request)));
      case "events.insert" -> {
        mayWrite(request, access, body(request));
        yield changed(book, book.insert(body(request)));
      }
      case "events.patch" -> {
        mayWrite(request, access, body(request));
        yield changed(book, book.patch(id, ifMatch, body(request)));
      }
      case "events.update" -> {
        mayWrite(request, access, body(request));
        yield changed(book, book.replace(id, ifMatch, body(request)));
      }
      case "events.delete" -> {
        mayWrite(request, access, JSON.createObjectNode());
        book.delete(id, ifMatch);
        pushes.changed(book.id());
        yield VendorAnswer.empty(204);
      }
      default -> throw CalendarRefusal.notFound();
    };
  }

  private VendorAnswer changed(SimulatedCalendarBook book, ObjectNode event) {
    pushes.changed(book.id());
    return ok(event);
  }

  private static void mayWrite(VendorRequest request, Access access, ObjectNode event) {
    boolean may =
        access.scopes().stream()
            .anyMatch(scope -> scope.matches(".*/auth/calendar(\\.events(\\.owned)?)?"));
    if (!may) {
      throw new CalendarRefusal(403, "insufficientPermissions", "Insufficient Permission");
    }
    if (access.service() && !event.path("attendees").isEmpty()) {
      throw new CalendarRefusal(
          403,
          "forbiddenForServiceAccounts",
          "Service accounts cannot invite attendees without Domain-Wide Delegation.");
    }
    var updates = request.parameter("sendUpdates").orElse("none");
    if (!Set.of("none", "all", "externalOnly").contains(updates)) {
      throw CalendarRefusal.invalid("Invalid value for: sendUpdates");
    }
  }

  private VendorAnswer instances(VendorRequest request, SimulatedCalendarBook book, String id) {
    boolean deleted = request.parameter("showDeleted").map("true"::equals).orElse(false);
    var original =
        request
            .parameter("originalStart")
            .map(text -> SimulatedCalendarRules.parameter("originalStart", text));
    var answer = page(book);
    var items = answer.putArray("items");
    for (var one : book.instances(id, deleted)) {
      var start = SimulatedCalendarRules.moment(one.path("originalStartTime"), book.zone());
      if (original.isEmpty() || original.get().equals(start)) {
        items.add(one);
      }
    }
    return ok(answer);
  }

  private VendorAnswer list(VendorRequest request, SimulatedCalendarBook book) {
    var token = request.parameter("syncToken");
    if (token.isPresent()) {
      for (var forbidden : SYNC_FORBIDS) {
        if (request.parameter(forbidden).isPresent()) {
          throw new CalendarRefusal(
              400, "badRequest", "Sync token cannot be used with request restrictions.");
        }
      }
    }
    if (!request.parameter("singleEvents").equals(Optional.of("true"))) {
      throw CalendarRefusal.invalid("The simulator shows single events only.");
    }
    var cursor = token.map(this::cursor).orElseGet(() -> first(request));
    long last = book.lastChange();
    var all =
        token.isPresent()
            ? book.changedSince(cursor.since, cursor.from, cursor.to)
            : book.within(cursor.from, cursor.to);
    int wanted = request.parameter("maxResults").map(Integer::valueOf).orElse(PAGE);
    int size = Math.min(wanted, MOST_PAGE);
    int from = request.parameter("pageToken").map(Integer::valueOf).orElse(0);
    var answer = page(book);
    var items = answer.putArray("items");
    all.stream().skip(from).limit(size).forEach(items::add);
    if (from + size < all.size()) {
      answer.put("nextPageToken", Integer.toString(from + size));
    } else {
      answer.put("nextSyncToken", new Cursor(era, last, cursor.from, cursor.to).token());
    }
    return ok(answer);
  }

  private static ObjectNode page(SimulatedCalendarBook book) {
    var answer = JSON.createObjectNode();
    answer.put("kind", "calendar#events");
    answer.put("timeZone", book.zone().getId());
    return answer;
  }

  private record Cursor(int era, long since, Instant from, Instant to) {
    String token() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              (era + " " + since + " " + from + " " + to).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Cursor first(VendorRequest request) {
    var from =
        request.parameter("timeMin").map(t -> SimulatedCalendarRules.parameter("timeMin", t));
    var to =
        request.parameter("timeMax").map(t -> SimulatedCalendarRules.parameter("timeMax", t));
    return new Cursor(
        era,
        0,
        from.orElse(Instant.EPOCH),
        to.orElse(clock.instant().plus(Duration.ofDays(730))));
  }

  private Cursor cursor(String token) {
    var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
    if (parts.length != 4 || !parts[0].equals(Integer.toString(era))) {
      throw new CalendarRefusal(
          410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.");
    }
    return new Cursor(
        era, Long.parseLong(parts[1]), Instant.parse(parts[2]), Instant.parse(parts[3]));
  }

  private VendorAnswer freeBusy(VendorRequest request, Access access) {
    var wanted = body(request);
    var from = SimulatedCalendarRules.parameter("timeMin", wanted.path("timeMin").asString(""));
    var to = SimulatedCalendarRules.parameter("timeMax", wanted.path("timeMax").asString(""));
    var answer = JSON.createObjectNode();
    answer.put("kind", "calendar#freeBusy");
    var calendars = answer.putObject("calendars");
    for (var item : wanted.path("items")) {
      var id = item.path("id").asString();
      var one = calendars.putObject(id);
      try {
        var busy = one.putArray("busy");
        for (var event : calendar.book(id, access).within(from, to)) {
          if (!event.path("transparency").asString("").equals("transparent")) {
            var zone = calendar.book(id, access).zone();
            busy.addObject()
                .put("start", SimulatedCalendarRules.moment(event.path("start"), zone).toString())
                .put("end", SimulatedCalendarRules.moment(event.path("end"), zone).toString());
          }
        }
      } catch (CalendarRefusal unknown) {
        one.putArray("errors").addObject().put("domain", "global").put("reason", "notFound");
      }
    }
    return ok(answer);
  }

  private static ObjectNode body(VendorRequest request) {
    return (ObjectNode) JSON.readTree(request.text());
  }

  private static VendorAnswer ok(ObjectNode json) {
    return VendorAnswer.json(200, json.toString());
  }
}
