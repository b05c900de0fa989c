package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.ChangeRefusal;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.RescheduleOutcome;
import dev.frontdesk.booking.SlotToken;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.messaging.ChangeLinks;
import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessagingProfile;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a customer's link opens. Looking changes nothing, since phones and mail filters look at
/// links by themselves; moving and calling off are acts of the customer's own.
@RestController
class MessageLinkController {
  private static final int DAYS = 14;
  private static final int OFFERS = 24;
  private static final int OF_A_DAY = 6;

  private final ChangeLinks links;
  private final Appointments appointments;
  private final BookingDesk desk;
  private final MessageChanges changes;
  private final MessageWiring.Profiles profiles;
  private final Storage storage;
  private final Clock clock;

  MessageLinkController(
      ChangeLinks links,
      Appointments appointments,
      BookingDesk desk,
      MessageWiring.Profiles profiles,
      Storage storage,
      Clock clock) {
    this.links = links;
    this.appointments = appointments;
    this.desk = desk;
    this.changes = new MessageChanges(desk);
    this.profiles = profiles;
    this.storage = storage;
    this.clock = clock;
  }

  /// @param standing the appointment as it is; what is over or forged does not get this far
  private interface Act {
    ResponseEntity<String> on(Appointment standing, MessagePage page);
  }

  @GetMapping("/m/{token}")
  ResponseEntity<String> look(@PathVariable String token) {
    return behind(token, (standing, page) -> offered(standing, page, token, ""));
  }

  @PostMapping("/m/{token}/call-off")
  ResponseEntity<String> callOff(@PathVariable String token) {
    return behind(
        token,
        (standing, page) ->
            switch (changes.callOff(
                standing.org(), standing.id(), "link:" + MessageId.of(token + "off").value())) {
              case DONE -> {
                note(standing, "called-off");
                yield html(200, page.done(now(standing), true));
              }
              case TOO_LATE ->
                  html(409, page.sorry(standing.organisationName(), page.words().tooLate()));
              case NOT_STANDING ->
                  html(409, page.sorry(standing.organisationName(), page.words().notStanding()));
            });
  }

  /// @param slot as it was offered on the page
  @PostMapping("/m/{token}/move")
  ResponseEntity<String> move(@PathVariable String token, @RequestParam String slot) {
    return behind(
        token,
        (standing, page) -> {
          var outcome =
              desk.reschedule(
                  standing.org(), MessageChanges.inPlaceOfCall(standing.id()), standing.id(),
                  new SlotToken(slot), "link:" + MessageId.of(token + slot).value());
          return switch (outcome) {
            case RescheduleOutcome.Moved _ -> {
              note(standing, "moved");
              yield html(200, page.done(now(standing), false));
            }
            case RescheduleOutcome.JustTaken _, RescheduleOutcome.Invalid _,
                RescheduleOutcome.Refused _ ->
                offered(standing, page, token, page.words().justTaken());
            case RescheduleOutcome.NotAllowed(var refusal) ->
                html(
                    409,
                    page.sorry(
                        standing.organisationName(),
                        refusal == ChangeRefusal.TOO_LATE
                            ? page.words().tooLate()
                            : page.words().notStanding()));
          };
        });
  }

  private ResponseEntity<String> behind(String token, Act act) {
    var reading = links.read(token, clock.instant());
    return switch (reading) {
      case ChangeLinks.Reading.Forged() -> {
        var page = new MessagePage(Locale.US);
        yield html(404, page.sorry("", page.words().forged()));
      }
      case ChangeLinks.Reading.Over(var target) -> {
        var page = page(target);
        yield html(410, page.sorry("", page.words().over()));
      }
      case ChangeLinks.Reading.Valid(var target) -> {
        var page = page(target);
        var found = appointments.find(target.org(), target.booking());
        yield found.isPresent() && found.get().state() == Appointment.State.CONFIRMED
            ? act.on(found.get(), page)
            : html(
                410,
                page.sorry(
                    found.map(Appointment::organisationName).orElse(""),
                    page.words().notStanding()));
      }
    };
  }

  private ResponseEntity<String> offered(
      Appointment standing, MessagePage page, String token, String notice) {
    return html(200, page.appointment(standing, offers(standing), "/m/" + token, notice));
  }

  /// A few of each day, so that the page shows days and not one full morning.
  private List<Offer> offers(Appointment standing) {
    var now = clock.instant().atZone(standing.zone()).toLocalDateTime();
    var offers = new ArrayList<Offer>();
    for (int day = 0; day < DAYS && offers.size() < OFFERS; day++) {
      var from = day == 0 ? now : now.toLocalDate().plusDays(day).atStartOfDay();
      var wish =
          new SlotWish(
              standing.service(),
              standing.resources().size() == 1
                  ? Optional.of(standing.resources().getFirst())
                  : Optional.empty(),
              new SlotWish.When.Between(
                  from, now.toLocalDate().plusDays(day + 1).atStartOfDay(), DayPart.ANY),
              Optional.of(standing.id()),
              OF_A_DAY);
      var found =
          desk.offer(standing.org(), MessageChanges.inPlaceOfCall(standing.id()), wish);
      if (found.granted()) {
        found.offers().stream()
            .filter(offer -> !offer.slot().equals(standing.slot()))
            .forEach(offers::add);
      }
    }
    return offers;
  }

  private Appointment now(Appointment before) {
    return appointments.find(before.org(), before.id()).orElse(before);
  }

  private void note(Appointment standing, String response) {
    storage.messages().responded(standing.org(), standing.id(), response);
  }

  private MessagePage page(ChangeLinks.Target target) {
    return new MessagePage(
        profiles.apply(target.org()).map(MessagingProfile::locale).orElse(Locale.US));
  }

  /// The address is a key: nobody keeps the page, and no other site is told of it.
  private static ResponseEntity<String> html(int status, String page) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html; charset=utf-8"))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
        .body(page);
  }
}
