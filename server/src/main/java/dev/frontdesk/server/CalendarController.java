package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarMirror;
import dev.frontdesk.booking.WrittenEntry;
import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.integrations.google.GoogleConsent;
import dev.frontdesk.server.ApiErrors.BadRequest;
import dev.frontdesk.server.ApiErrors.NotFound;
import dev.frontdesk.server.CalendarWiring.CalendarConsent;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Connecting a calendar, hearing of its changes, and looking at how it stands.
@RestController
class CalendarController {
  private static final String PURPOSE = "calendar-consent";

  private final Storage storage;
  private final CalendarAccounts accounts;
  private final CalendarRounds rounds;
  private final CalendarChannels channels;
  private final CalendarSeal seal;
  private final Optional<GoogleConsent> consent;
  private final ServerSettings settings;
  private final Clock clock;

  CalendarController(
      Storage storage,
      CalendarAccounts accounts,
      CalendarRounds rounds,
      CalendarChannels channels,
      CalendarSeal seal,
      CalendarConsent consent,
      ServerSettings settings,
      Clock clock) {
    this.storage = storage;
    this.accounts = accounts;
    this.rounds = rounds;
    this.channels = channels;
    this.seal = seal;
    this.consent = consent.google();
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins: whoever owns the calendar must open the page that this names.
  @PostMapping("/calendar/connect")
  Map<String, Object> connect(@AuthenticationPrincipal ApiKey principal) {
    var org = principal.org();
    var google =
        consent.orElseThrow(
            () -> new BadRequest(List.of("set calendar.clientId in the configuration first")));
    if (settings.linksOf(org).calendar().plan().isEmpty()) {
      throw new BadRequest(List.of("this organisation has no section 'calendar'"));
    }
    var verifier = CalendarSeal.random();
    var id = Ids.newUuid(clock.instant());
    storage.calendar().consents().begin(org, id, verifier, clock.instant());
    return Map.of("url", google.page(seal.sealed(PURPOSE, org, id), verifier).toString());
  }

  /// Google sends people back here. Who they are is in the state that we signed; it works once.
  @GetMapping("/calendar/return")
  ResponseEntity<String> back(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error) {
    var begun = seal.opened(PURPOSE, state);
    if (begun.isEmpty() || consent.isEmpty()) {
      return page(403, "This link is not one of ours.");
    }
    var org = begun.get().org();
    var verifier =
        storage.calendar().consents().take(org, begun.get().subject(), clock.instant());
    if (verifier.isEmpty()) {
      return page(410, "This link was used before or is too old. Please begin again.");
    }
    if (!error.isEmpty() || code.isEmpty()) {
      return page(400, "Access was not given. Nothing is connected.");
    }
    return switch (consent.get().redeem(code, verifier.get())) {
      case ProviderResult.Ok<GoogleAccount.Person>(var person) -> {
        accounts.connect(org, person.refreshToken());
        rounds.changed(org);
        yield page(200, "Your calendar is connected. You can close this window.");
      }
      case ProviderResult.Failed<GoogleAccount.Person> _ ->
          page(502, "Google did not confirm the access. Please begin again.");
    };
  }

  /// Something changed in a calendar. What, is asked for afterwards.
  @PostMapping("/calendar/push")
  ResponseEntity<Void> push(
      @RequestHeader(name = "X-Goog-Channel-ID", defaultValue = "") String channel,
      @RequestHeader(name = "X-Goog-Channel-Token", defaultValue = "") String token,
      @RequestHeader(name = "X-Goog-Resource-State", defaultValue = "") String state) {
    var about = channels.about(channel, token);
    if (about.isEmpty()) {
      return ResponseEntity.status(403).build();
    }
    if (!state.equals("sync")) {
      rounds.changed(about.get().org(), about.get().subject());
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/calendar")
  Map<String, Object> standing(@AuthenticationPrincipal ApiKey principal) {
    var connection = accounts.connection(principal.org());
    var json = new LinkedHashMap<String, Object>();
    json.put("status", connection.status().name().toLowerCase(Locale.ROOT));
    json.put("since", connection.since().toString());
    json.put("reason", connection.reason());
    json.put(
        "waiting", storage.calendar().written().putOff(principal.org(), 1_000).size());
    json.put(
        "calendars",
        rounds.known(principal.org()).stream().map(CalendarController::mirror).toList());
    return json;
  }

  @DeleteMapping("/calendar")
  ResponseEntity<Void> disconnect(@AuthenticationPrincipal ApiKey principal) {
    OrgId org = principal.org();
    for (var mirror : rounds.known(org)) {
      channels.close(org, mirror.calendar(), clock.instant());
    }
    accounts.connection(org).grant().ifPresent(grant ->
        consent.ifPresent(google -> google.revoke(new GoogleAccount.Person(grant))));
    accounts.disconnect(org);
    return ResponseEntity.noContent().build();
  }

  /// What the calendar shows of a booking.
  @GetMapping("/calendar/bookings/{id}")
  Map<String, Object> entry(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    return storage
        .calendar()
        .written()
        .find(principal.org(), new BookingId(id))
        .map(CalendarController::entry)
        .orElseThrow(() -> new NotFound("nothing was written of this booking yet"));
  }

  private static Map<String, Object> entry(WrittenEntry entry) {
    var json = new LinkedHashMap<String, Object>();
    json.put("booking", entry.booking().value());
    json.put("version", entry.version());
    json.put("state", entry.state().name().toLowerCase(Locale.ROOT));
    entry
        .event()
        .ifPresent(
            event -> {
              json.put("calendar", event.calendar());
              json.put("event", event.id());
              json.put("etag", event.tag());
            });
    json.put("at", entry.at().toString());
    return json;
  }

  private static Map<String, Object> mirror(CalendarMirror mirror) {
    var json = new LinkedHashMap<String, Object>();
    json.put("calendar", mirror.calendar());
    json.put("readAt", mirror.readAt().toString());
    json.put("pushed", mirror.channel().isPresent());
    json.put("problem", mirror.problem());
    return json;
  }

  private static ResponseEntity<String> page(int status, String text) {
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_HTML)
        .body("<!doctype html><meta charset=utf-8><title>Frontdesk</title><p>" + text + "</p>");
  }
}
