package dev.frontdesk.dialog;

import dev.frontdesk.booking.Service;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.ArrayList;
import java.util.List;

/// Answers what callers ask besides, from the catalogue and nothing else.
final class Answers {
  private final Turn turn;
  private final Wording wording;

  Answers(Turn turn) {
    this.turn = turn;
    this.wording = turn.wording;
  }

  /// True when something was answered.
  boolean answer(Understood said) {
    boolean told = false;
    if (said.is(Act.HOURS)) {
      hours(said);
      told = true;
    }
    boolean aboutFact = said.fact() != null
        && said.requests().stream().allMatch(one -> one.services().isEmpty());
    if (said.is(Act.PRICE) && !aboutFact) {
      services(said).forEach(service -> turn.tellText(price(service)));
      told = true;
    }
    if (said.is(Act.LENGTH)) {
      services(said).forEach(service -> turn.tell("lengthOf", "service",
          wording.oneOf(service.name()), "length", wording.length(service.length())));
      told = true;
    }
    if (said.fact() != null) {
      turn.tellText(sentence(turn.catalogue.organisation().facts().getOrDefault(said.fact(), "")));
      told = true;
    }
    if (said.is(Act.ADDRESS) && (said.fact() == null || said.mentions("address"))) {
      address();
      told = true;
    }
    if (said.is(Act.SERVICES)) {
      turn.tell("servicesAre", "services", wording.allOf(
          turn.catalogue.services().stream().map(one -> Wording.lower(one.name())).toList()));
      told = true;
    }
    if (said.is(Act.STAFF)) {
      turn.tell("staffAre", "names", wording.anyOf(staff(said)));
      told = true;
    }
    if (said.is(Act.LIST)) {
      appointments();
      told = true;
    }
    turn.aside |= told;
    return told;
  }

  private static String sentence(String fact) {
    String text = fact.strip();
    return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }

  private void hours(Understood said) {
    var hours = new Hours(turn.catalogue);
    var day = said.first().when().day();
    if (day == null) {
      turn.tellText(hours.week(wording));
    } else {
      for (var date = day.from(); !date.isAfter(day.to()) && date.isBefore(day.from().plusDays(7));
          date = date.plusDays(1)) {
        if (day.allows(date)) {
          turn.tellText(hours.on(date, wording));
        }
      }
    }
  }

  private void address() {
    var address = turn.catalogue.organisation().address();
    if (address.isPresent()) {
      turn.tell("addressIs", "address", address.get());
    } else {
      turn.tell("addressUnknown");
    }
  }

  private String price(Service service) {
    return service.price()
        .map(price -> wording.say("priceOf", "service", wording.oneOf(service.name()), "price",
            wording.money(price)))
        .orElseGet(() -> wording.say("priceUnknown", "service", wording.oneOf(service.name())));
  }

  /// What the question is about: the service named, the one spoken of, else all.
  private List<Service> services(Understood said) {
    var named = new ArrayList<ServiceId>();
    said.requests().forEach(request -> named.addAll(request.services()));
    var task = turn.memory.task;
    if (named.isEmpty() && task != null) {
      named.addAll(task.services);
    }
    if (named.isEmpty()) {
      return turn.catalogue.services();
    }
    return named.stream().distinct().flatMap(id -> turn.catalogue.service(id).stream()).toList();
  }

  private List<String> staff(Understood said) {
    var wanted = services(said);
    return turn.catalogue.resources().stream()
        .filter(resource -> resource.kind().equals("person") || resource.kind().isBlank())
        .filter(resource -> wanted.stream()
            .anyMatch(service -> turn.catalogue.offers(service.id(), resource.id())))
        .map(resource -> resource.name()).toList();
  }

  private void appointments() {
    var phone = turn.memory.phone;
    var bookings = phone == null ? List.<dev.frontdesk.booking.Booking>of()
        : turn.tools.upcoming(phone);
    if (bookings.isEmpty()) {
      turn.tell("listNone");
      return;
    }
    if (bookings.size() == 1) {
      turn.memory.lastBooking = bookings.getFirst().id(); // `can you change it?` means this one
    }
    turn.tell("listOne", "slots", listed(bookings));
  }

  String listed(List<dev.frontdesk.booking.Booking> bookings) {
    return wording.allOf(bookings.stream().limit(5)
        .map(one -> wording.oneOf(turn.serviceName(one.service())) + " "
            + wording.part("spanOn", "day", wording.dateTime(turn.startOf(one)))).toList());
  }
}
