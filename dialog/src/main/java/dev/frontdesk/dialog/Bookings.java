package dev.frontdesk.dialog;

import dev.frontdesk.booking.BookOutcome;
import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.booking.WaitlistOutcome;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;
import java.util.Optional;

/// Carries a booking on: asks for what is missing, finds a slot, reads back, books.
final class Bookings {
  private final Turn turn;
  private final Memory memory;
  private final Wording wording;

  Bookings(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.wording = turn.wording;
  }

  /// Goes as far as it can without the caller, and ends with a question.
  void advance(Task task) {
    var service = service(task);
    if (service.isEmpty()) {
      turn.ask(Question.WHICH_SERVICE);
      return;
    }
    if (task.chosen == null && !findSlot(task, service.get())) {
      return;
    }
    if (task.repeat != null && task.repeat.isEndless()) {
      turn.ask(Question.HOW_MANY);
      return;
    }
    if (!knowsCaller(task)) {
      return;
    }
    turn.ask(Question.CONFIRM_BOOKING);
  }

  private Optional<ServiceId> service(Task task) {
    if (task.services.isEmpty() && turn.catalogue.services().size() == 1) {
      task.services = List.of(turn.catalogue.services().getFirst().id());
    }
    return task.service();
  }

  private boolean findSlot(Task task, ServiceId service) {
    if (!memory.offers.isEmpty()
        && (memory.asked == Question.PICK_SLOT || memory.asked == Question.WHAT_TIME)) {
      turn.ask(memory.asked);
      return false;
    }
    var when = task.when;
    if (when.isEmpty() && memory.keyed && !memory.spoke) {
      new OtherTimes(turn).soonest(task);
      return false;
    }
    boolean soon = when.other() instanceof TimePart.Earliest;
    if (when.isEmpty()) {
      turn.ask(Question.WHEN);
      return false;
    }
    if (when.day() == null && when.other() instanceof TimePart.Any) {
      new OtherTimes(turn).soonest(task);
      return false;
    }
    if (when.day() == null && !soon) {
      turn.ask(Question.WHICH_DAY);
      return false;
    }
    var made = alreadyMade(task, service);
    if (made.isPresent()) {
      turn.tell("alreadyBooked", "what", wording.oneOf(turn.serviceName(service)), "when",
          wording.dateTime(turn.startOf(made.get())));
      new Dialogue(turn).taskDone();
      return false;
    }
    return new Offering(turn).settle(task, service);
  }

  /// What the caller asks for stands already: made in this call, or before under their number.
  private Optional<Booking> alreadyMade(Task task, ServiceId service) {
    var day = task.when.day();
    var at = task.when.at();
    if (task.another || memory.phone == null || memory.lastBooking == null
        || day == null || !day.isOneDay()
        || at == null) {
      return Optional.empty();
    }
    var start = day.from().atTime(turn.search.time(day.from(), at.clock(), service));
    return turn.tools.upcoming(memory.phone).stream()
        .filter(one -> one.service().equals(service) && turn.startOf(one).equals(start))
        .filter(one -> task.resource == null || one.resources().contains(task.resource))
        .findFirst();
  }

  /// Name and number: from what was said, else from an earlier booking, else asked for.
  private boolean knowsCaller(Task task) {
    if (memory.name == null && memory.phone != null) {
      turn.tools.upcoming(memory.phone).stream().findFirst()
          .ifPresent(booking -> {
            memory.name = booking.customer().name().value();
            memory.nameFromRecord = true;
          });
    }
    if (memory.name == null && memory.keyed && !memory.spoke) {
      memory.name = nameless();
    }
    if (memory.name == null) {
      turn.ask(Question.NAME);
      return false;
    }
    if (memory.phone == null) {
      turn.ask(Question.PHONE);
      return false;
    }
    return task.chosen != null;
  }

  /// Who only presses keys is booked under their number.
  String nameless() {
    String digits = memory.phone == null ? "" : memory.phone.e164();
    return wording.part("caller", "digits",
        digits.length() < 4 ? digits : digits.substring(digits.length() - 4)).strip();
  }

  /// The caller said yes to the read-back.
  void confirmed(Task task) {
    var offer = task.chosen;
    if (offer == null || memory.name == null) {
      advance(task);
      return;
    }
    if (task.repeat != null) {
      new SeriesBooking(turn).confirmed(task, task.repeat, offer);
      return;
    }
    var outcome = task.another
        ? turn.tools.bookAnother(offer.token(), customer(), turn.key("book"))
        : turn.tools.book(offer.token(), customer(), turn.key("book"));
    switch (outcome) {
      case BookOutcome.Booked(var booking) -> booked(task, booking);
      case BookOutcome.JustTaken(var others) -> lost(task, "justTaken", others);
      case BookOutcome.Invalid _ -> {
        // too old, or the catalogue changed: the same wish again
        task.unchoose();
        advance(task);
      }
      case BookOutcome.Refused(var why, var others) -> {
        task.unchoose();
        new Offering(turn).refuse(task, why, turn.startOf(offer));
        new Offering(turn).alternatives(others);
      }
    }
  }

  private void lost(Task task, String words, List<Offer> others) {
    task.unchoose();
    turn.tell(words);
    new Offering(turn).alternatives(others);
  }

  CustomerDetails customer() {
    var name = memory.name == null ? nameless() : memory.name;
    return new CustomerDetails(
        new PersonName(name.length() > PersonName.LONGEST
            ? name.substring(0, PersonName.LONGEST) : name),
        Optional.ofNullable(memory.phone),
        Optional.ofNullable(memory.email));
  }

  private void booked(Task task, Booking booking) {
    turn.happened(new DialogEvent.Booked(booking));
    turn.news("booked", "what", wording.oneOf(turn.serviceName(booking.service()))
        + with(task), "when", wording.dateTime(turn.startOf(booking)), "name",
        booking.customer().name().value());
    memory.lastBooking = booking.id();
    memory.discussed = turn.startOf(booking).toLocalDate();
    new Dialogue(turn).taskDone();
  }

  String with(Task task) {
    return task.resource == null
        ? ""
        : " " + wording.part("wordWith", "who", turn.resourceName(task.resource));
  }

  /// The caller would wait for a slot.
  void joinWaitlist(Task task) {
    var service = task.service();
    var day = task.when.day();
    if (service.isEmpty() || day == null) {
      advance(task);
      return;
    }
    if (memory.name == null && !knowsCaller(task)) {
      return;
    }
    var wish = new SlotWish(service.get(), Optional.ofNullable(task.resource),
        new SlotWish.When.Between(
            day.notBefore(turn.today()).from().atStartOfDay().isBefore(turn.now)
                ? turn.now : day.from().atStartOfDay(),
            day.to().plusDays(1).atStartOfDay(), DayPart.ANY), Optional.empty(), 3);
    switch (turn.tools.joinWaitlist(wish, customer(), turn.key("wait"))) {
      case WaitlistOutcome.Waiting _ -> {
        turn.happened(new DialogEvent.Waitlisted(service.get()));
        turn.tell("onWaitlist");
        new Dialogue(turn).taskDone();
      }
      case WaitlistOutcome.FreeNow(var offers) -> new Offering(turn).alternatives(offers);
      case WaitlistOutcome.Refused _ -> {
        turn.tell("noWaitlist");
        memory.offers.clear();
        task.when = When.NOTHING;
        turn.ask(Question.WHEN);
      }
    }
  }
}
