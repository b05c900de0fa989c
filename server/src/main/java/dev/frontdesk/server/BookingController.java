package dev.frontdesk.server;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingStore;
import dev.frontdesk.booking.CancelOutcome;
import dev.frontdesk.booking.ChangeRefusal;
import dev.frontdesk.booking.NoShowOutcome;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.Offers;
import dev.frontdesk.booking.RescheduleOutcome;
import dev.frontdesk.booking.SlotToken;
import dev.frontdesk.booking.TokenProblem;
import dev.frontdesk.booking.WhyNot;
import dev.frontdesk.server.ApiErrors.NotFound;
import dev.frontdesk.server.ApiErrors.Refused;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Appointments without a telephone, under the rules a caller meets: `GET /slots` offers, `POST
/// /bookings` takes one of the offers. A visit stands where a call stands otherwise: offers are
/// good in their visit only.
@RestController
class BookingController {
  private static final String KEY = "Idempotency-Key";
  private static final int MOST_LISTED = 1_000;

  private final BookingDesk desk;
  private final BookingStore bookings;
  private final Clock clock;

  BookingController(BookingDesk desk, Storage storage, Clock clock) {
    this.desk = desk;
    this.bookings = storage.bookings();
    this.clock = clock;
  }

  @GetMapping("/slots")
  Map<String, Object> slots(
      @AuthenticationPrincipal ApiKey principal, @RequestParam Map<String, String> query) {
    var asked = SlotQuery.read(query);
    var catalogue = desk.catalogue(principal.org());
    var visit = asked.visit().orElseGet(() -> new CallId(Ids.newUuid(clock.instant())));
    var zone = catalogue.organisation().zone();
    Offers offers = desk.offer(principal.org(), visit, asked.wish());
    return BookingJson.offers(visit, offers, zone);
  }

  @PostMapping("/bookings")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> book(
      @AuthenticationPrincipal ApiKey principal,
      @RequestHeader(KEY) String key,
      @RequestBody Map<String, Object> body) {
    var asked = BookingRequest.read(body);
    var org = principal.org();
    var outcome =
        desk.book(org, asked.visit(), asked.token(), asked.customer(), keyOf(principal, key));
    return switch (outcome) {
      case BookOutcome.Booked(var booking) -> BookingJson.booking(booking);
      case BookOutcome.JustTaken(var others) -> throw taken(others, zone(principal));
      case BookOutcome.Invalid(var problem) -> throw invalid(problem);
      case BookOutcome.Refused(var why, var others) -> throw refused(why, others, zone(principal));
    };
  }

  @GetMapping("/bookings/{id}")
  Map<String, Object> read(@AuthenticationPrincipal ApiKey principal, @PathVariable String id) {
    return BookingJson.booking(
        desk.booking(principal.org(), idOf(id)).orElseThrow(BookingController::unknown));
  }

  @GetMapping("/bookings")
  List<Map<String, Object>> list(
      @AuthenticationPrincipal ApiKey principal, @RequestParam Map<String, String> query) {
    var range = SlotQuery.range(query, zone(principal));
    return bookings.between(principal.org(), range).stream()
        .limit(MOST_LISTED)
        .map(BookingJson::booking)
        .toList();
  }

  @PostMapping("/bookings/{id}/move")
  Map<String, Object> move(
      @AuthenticationPrincipal ApiKey principal,
      @RequestHeader(KEY) String key,
      @PathVariable String id,
      @RequestBody Map<String, Object> body) {
    var visit = BookingRequest.visit(body);
    SlotToken token = BookingRequest.token(body);
    var outcome =
        desk.reschedule(principal.org(), visit, idOf(id), token, keyOf(principal, key));
    return switch (outcome) {
      case RescheduleOutcome.Moved(var booking) -> BookingJson.booking(booking);
      case RescheduleOutcome.JustTaken(var others) -> throw taken(others, zone(principal));
      case RescheduleOutcome.Invalid(var problem) -> throw invalid(problem);
      case RescheduleOutcome.Refused(var why, var others) ->
          throw refused(why, others, zone(principal));
      case RescheduleOutcome.NotAllowed(var refusal) -> throw refused(refusal);
    };
  }

  @PostMapping("/bookings/{id}/cancel")
  Map<String, Object> cancel(
      @AuthenticationPrincipal ApiKey principal,
      @RequestHeader(KEY) String key,
      @PathVariable String id) {
    var visit = new CallId(Ids.newUuid(clock.instant()));
    Booking cancelled =
        switch (desk.cancel(principal.org(), visit, idOf(id), keyOf(principal, key))) {
          case CancelOutcome.Cancelled(var booking) -> booking;
          case CancelOutcome.Refused(var refusal) -> throw refused(refusal);
        };
    return BookingJson.booking(cancelled);
  }

  /// Repeating it changes nothing, so it needs no key to be safe; the header is asked for like
  /// everywhere.
  @PostMapping("/bookings/{id}/no-show")
  Map<String, Object> noShow(
      @AuthenticationPrincipal ApiKey principal,
      @RequestHeader(KEY) String key,
      @PathVariable String id) {
    return switch (desk.noShow(principal.org(), idOf(id))) {
      case NoShowOutcome.Noted(var booking) -> BookingJson.booking(booking);
      case NoShowOutcome.Refused(var refusal) -> throw refused(refusal);
    };
  }

  private ZoneId zone(ApiKey principal) {
    return desk.catalogue(principal.org()).organisation().zone();
  }

  /// Two clients may think of the same key.
  private static String keyOf(ApiKey principal, String key) {
    return "api:" + principal.id() + ":" + key;
  }

  private static BookingId idOf(String id) {
    try {
      return new BookingId(id);
    } catch (IllegalArgumentException malformed) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("there is no booking with this id");
  }

  private static Refused taken(List<Offer> others, ZoneId zone) {
    return new Refused(
        HttpStatus.CONFLICT,
        "somebody else has just taken this slot",
        Map.of("reason", "just-taken", "alternatives", BookingJson.offers(others, zone)));
  }

  private static Refused invalid(TokenProblem problem) {
    var text =
        switch (problem) {
          case INVALID -> "this token was not offered in this visit";
          case EXPIRED -> "the offer has expired; ask for slots again";
          case OUTDATED -> "the service has changed since the offer; ask for slots again";
        };
    return new Refused(
        HttpStatus.UNPROCESSABLE_CONTENT, text, Map.of("reason", BookingJson.name(problem)));
  }

  private static Refused refused(WhyNot why, List<Offer> others, ZoneId zone) {
    return new Refused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "this time cannot be booked: " + BookingJson.name(why).replace('-', ' '),
        Map.of(
            "reason", BookingJson.name(why), "alternatives", BookingJson.offers(others, zone)));
  }

  private static RuntimeException refused(ChangeRefusal refusal) {
    var text =
        switch (refusal) {
          case NOT_FOUND -> "";
          case NOT_STANDING -> "this booking does not stand any more";
          case TOO_LATE -> "it is too late to change this booking";
          case NOT_BEGUN -> "a no-show is known only once the appointment has begun";
        };
    return refusal == ChangeRefusal.NOT_FOUND
        ? unknown()
        : new Refused(
            HttpStatus.CONFLICT, text, Map.of("reason", BookingJson.name(refusal)));
  }
}
