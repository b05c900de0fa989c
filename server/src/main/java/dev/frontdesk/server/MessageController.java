package dev.frontdesk.server;

import dev.frontdesk.messaging.BookingCode;
import dev.frontdesk.messaging.ContactStore;
import dev.frontdesk.messaging.Message;
import dev.frontdesk.messaging.MessageStore.VariantFigures;
import dev.frontdesk.messaging.Purpose;
import dev.frontdesk.messaging.Recipient;
import dev.frontdesk.storage.ApiKey;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What customers were told, how each wording fares, who wants no texts, and what came in. Numbers
/// and words leave here only where they are what was asked for.
@RestController
class MessageController {
  private static final int MOST = 200;

  private final Storage storage;
  private final Clock clock;

  MessageController(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  @GetMapping("/messages")
  List<Map<String, Object>> ofBooking(
      @AuthenticationPrincipal ApiKey principal, @RequestParam String booking) {
    return storage.messages().ofBooking(principal.org(), new BookingId(booking)).stream()
        .map(MessageController::json)
        .toList();
  }

  @GetMapping("/messages/variants")
  List<VariantFigures> variants(@AuthenticationPrincipal ApiKey principal) {
    return storage.messages().variants(principal.org());
  }

  @GetMapping("/messages/inbox")
  List<Map<String, Object>> inbox(@AuthenticationPrincipal ApiKey principal) {
    return storage.contacts().inbox(principal.org(), MOST).stream()
        .map(MessageController::json)
        .toList();
  }

  @GetMapping("/messages/suppressions")
  List<Map<String, Object>> suppressions(@AuthenticationPrincipal ApiKey principal) {
    return storage.contacts().suppressions(principal.org(), MOST).stream()
        .map(MessageController::json)
        .toList();
  }

  /// `{"number": "+14155550123", "purpose": "reminder"}`; without a purpose, of every kind.
  @PostMapping("/messages/suppressions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suppress(
      @AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, String> body) {
    var purpose =
        Optional.ofNullable(body.get("purpose")).map(MessageController::purpose);
    storage
        .contacts()
        .suppress(principal.org(), who(body), purpose, "operator", clock.instant());
  }

  /// `{"number": "+14155550123"}`: they have asked to be written to again.
  @PostMapping("/messages/suppressions/lift")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(@AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, String> body) {
    storage.contacts().lift(principal.org(), who(body), "operator", clock.instant());
  }

  /// `{"number": "+14155550123"}`: what shows that they agreed to be written to.
  @PostMapping("/messages/consents")
  List<ContactStore.Proof> consents(
      @AuthenticationPrincipal ApiKey principal, @RequestBody Map<String, String> body) {
    return storage.contacts().consents(principal.org(), who(body));
  }

  private static Recipient who(Map<String, String> body) {
    try {
      return new Recipient.Handset(new PhoneNumber(body.getOrDefault("number", "")));
    } catch (IllegalArgumentException e) {
      throw new ApiErrors.BadRequest(List.of("number must be one such as +14155550123"));
    }
  }

  private static Purpose purpose(String word) {
    try {
      return Purpose.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ApiErrors.BadRequest(
          List.of("purpose must be appointment, reminder or marketing"));
    }
  }

  static Map<String, Object> json(Message message) {
    var draft = message.draft();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", message.id().value());
    json.put("bookingId", draft.booking().value());
    json.put("code", BookingCode.of(draft.booking()).value());
    json.put("notice", draft.notice().word());
    json.put("channel", draft.channel().name().toLowerCase(Locale.ROOT));
    json.put("version", draft.version());
    json.put("state", message.state().name().toLowerCase(Locale.ROOT));
    json.put("variant", draft.variant());
    json.put("segments", draft.segments());
    json.put("attempts", message.attempts());
    draft.cost().ifPresent(cost -> json.put("cost", cost.toString()));
    message.providerId().ifPresent(id -> json.put("providerId", id));
    message.problem().ifPresent(problem -> json.put("problem", problem));
    message.response().ifPresent(response -> json.put("response", response));
    var times = message.times();
    json.put("createdAt", times.createdAt().toString());
    put(json, "acceptedAt", times.acceptedAt());
    put(json, "sentAt", times.sentAt());
    put(json, "deliveredAt", times.deliveredAt());
    put(json, "lostAt", times.lostAt());
    return json;
  }

  private static void put(Map<String, Object> json, String name, Optional<Instant> at) {
    at.ifPresent(instant -> json.put(name, instant.toString()));
  }

  private static Map<String, Object> json(ContactStore.Suppression suppression) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", suppression.id());
    json.put("channel", suppression.channel().name().toLowerCase(Locale.ROOT));
    json.put(
        "purpose",
        suppression.only().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("all"));
    json.put("how", suppression.how());
    json.put("since", suppression.since().toString());
    return json;
  }

  private static Map<String, Object> json(ContactStore.Incoming incoming) {
    var json = new LinkedHashMap<String, Object>();
    json.put("from", incoming.from().plain());
    json.put("text", incoming.text().text());
    json.put("meaning", incoming.meaning());
    incoming.booking().ifPresent(booking -> json.put("bookingId", booking.value()));
    incoming.answer().ifPresent(answer -> json.put("answer", answer.value()));
    json.put("at", incoming.at().toString());
    return json;
  }
}
