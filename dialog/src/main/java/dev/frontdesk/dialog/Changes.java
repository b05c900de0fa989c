package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.CancelOutcome;
import dev.frontdesk.booking.ChangeRefusal;
import dev.frontdesk.booking.RescheduleOutcome;
import dev.frontdesk.vocabulary.BookingId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries a move or a cancellation on: finds the appointment, asks, acts after a yes.
final class Changes {
  private final Turn turn;
  private final Memory memory;
  private final Wording wording;

  Changes(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.wording = turn.wording;
  }

  void advance(Task task) {
    var booking = appointment(task);
    if (booking.isEmpty()) {
      return;
    }
    var found = booking.get();
    task.services = List.of(found.service());
    task.bookedAt = turn.startOf(found);
    task.usual = found.resources().getFirst();
    relative(task, task.bookedAt);
    if (isTooLate(found)) {
      cutOff(task, found);
      return;
    }
    if (task.kind == Task.Kind.CANCEL) {
      turn.ask(Question.CONFIRM_CANCEL);
      return;
    }
    if (task.becomes.size() > 1) {
      turn.ask(Question.WHICH_SERVICE);
      return;
    }
    if (isAlreadySo(task, found)) {
      turn.tell("alreadyBooked", "what", wording.oneOf(turn.serviceName(found.service()))
          + new Bookings(turn).with(task), "when", wording.dateTime(task.bookedAt));
      new Dialogue(turn).taskDone();
      return;
    }
    if (task.chosen != null || target(task, found)) {
      turn.ask(Question.CONFIRM_MOVE);
    }
  }

  /// `An hour later` and `same time` are meant from where the appointment stands.
  private static void relative(Task task, LocalDateTime start) {
    var when = task.when;
    if (when.other() instanceof TimePart.Shift(int minutes)) {
      var to = start.plusMinutes(minutes);
      task.when = Offering.settled(to).on(
          when.day() == null ? DayWish.on(to.toLocalDate()) : when.day());
    } else if (when.other() instanceof TimePart.Toward(boolean later) && !when.isSettled()) {
      task.when = Details.toward(when, start, later);
    } else if (when.other() instanceof TimePart.Same) {
      task.when = new When(when.day(), Offering.settled(start).at(), null, null, null);
    }
  }

  /// `With Ana` is no change for who comes to Ana anyway.
  private static boolean isAlreadySo(Task task, Booking found) {
    boolean asIs = task.when.isEmpty() && task.chosen == null && task.becomes.isEmpty();
    return asIs && task.resource != null && found.resources().contains(task.resource);
  }

  /// Finds the new slot. True when it is held.
  private boolean target(Task task, Booking found) {
    var start = turn.startOf(found);
    if (!memory.offers.isEmpty()
        && (memory.asked == Question.PICK_SLOT || memory.asked == Question.WHAT_TIME)) {
      turn.ask(memory.asked);
      return false;
    }
    boolean other = task.resource != null || !task.becomes.isEmpty();
    if (task.when.isEmpty() && other) {
      task.when = Offering.settled(start); // another person or service, at the same time
    }
    if (task.when.isEmpty() && memory.keyed && !memory.spoke) {
      new OtherTimes(turn).soonest(task);
      return false;
    }
    if (task.when.isEmpty()) {
      turn.ask(Question.WHEN);
      return false;
    }
    if (task.when.day() == null && !(task.when.other() instanceof TimePart.Earliest)) {
      task.when = task.when.on(DayWish.on(start.toLocalDate()));
    }
    if (!task.when.hasTime() && task.when.day() != null && task.when.day().isOneDay()) {
      var at = Offering.settled(start).at();
      task.when = new When(task.when.day(), at, null, null, null);
    }
    return new Offering(turn).settle(task,
        task.becomes.isEmpty() ? found.service() : task.becomes.getFirst());
  }

  /// The appointment meant, or empty after a question was asked.
  private Optional<Booking> appointment(Task task) {
    if (task.booking != null) {
      var known = turn.tools.booking(task.booking);
      if (known.isPresent()) {
        return known;
      }
    }
    if (memory.phone == null) {
      turn.ask(Question.PHONE);
      return Optional.empty();
    }
    var all = turn.tools.upcoming(memory.phone);
    if (all.isEmpty()) {
      notFound(task);
      return Optional.empty();
    }
    memory.name = memory.name == null ? all.getFirst().customer().name().value() : memory.name;
    memory.nameFromRecord = true;
    var fitting = fitting(task, all);
    if (fitting.size() == 1) {
      take(task, fitting.getFirst());
      return Optional.of(fitting.getFirst());
    }
    if (task.all) {
      return Optional.of(eachOf(task, fitting.stream().map(Booking::id).toList()));
    }
    memory.listed = new ArrayList<>(fitting.stream().map(Booking::id).limit(5).toList());
    turn.ask(Question.WHICH_APPOINTMENT);
    return Optional.empty();
  }

  /// The first of several now, the others afterwards.
  Booking eachOf(Task task, List<BookingId> several) {
    var others = new ArrayList<Task>();
    several.subList(1, several.size()).forEach(id -> {
      var other = Task.of(task.kind);
      other.booking = id;
      others.add(other);
    });
    memory.later.addAll(0, others);
    task.all = false;
    var first = turn.tools.booking(several.getFirst()).orElseThrow();
    take(task, first);
    return first;
  }

  void take(Task task, Booking booking) {
    task.booking = booking.id();
    task.bookedAt = turn.startOf(booking);
    memory.listed.clear();
    memory.discussed = task.bookedAt.toLocalDate();
    boolean relative = task.when.other() instanceof TimePart.Shift
        || task.when.other() instanceof TimePart.Toward;
    if (!task.aimed && !relative && !task.when.isEmpty() && stands(booking, task.when)
        && task.standing.isEmpty()) {
      task.when = When.NOTHING; // the caller said when it is, not when it shall be
    }
  }

  /// Those that fit what was said of service and time; all, when none does.
  List<Booking> fitting(Task task, List<Booking> all) {
    var list = all;
    if (!task.services.isEmpty()) {
      list = some(
          list.stream().filter(one -> task.services.contains(one.service())).toList(), list);
    }
    if (!task.standing.isEmpty()) {
      var when = task.standing;
      list = some(list.stream().filter(one -> stands(one, when)).toList(), list);
    } else if (!task.aimed && !task.when.isEmpty() && list.size() > 1) {
      var when = task.when;
      list = some(list.stream().filter(one -> stands(one, when)).toList(), list);
    }
    return list;
  }

  private static List<Booking> some(List<Booking> narrowed, List<Booking> all) {
    return narrowed.isEmpty() ? all : narrowed;
  }

  boolean stands(Booking booking, When when) {
    LocalDateTime start = turn.startOf(booking);
    var day = when.day();
    var at = when.at();
    boolean dayFits = day == null || day.allows(start.toLocalDate());
    boolean timeFits = at == null || at.clock().time().equals(start.toLocalTime())
        || at.clock().open() && at.clock().time().plusHours(12).equals(start.toLocalTime());
    var part = when.part();
    boolean partFits = part == null || start.getHour() >= part.fromHour()
        && start.getHour() < part.toHour();
    return dayFits && timeFits && partFits && (day != null || at != null || part != null);
  }

  private void notFound(Task task) {
    task.lookUps++;
    if (task.lookUps > 2) {
      turn.tell("nothingToChange");
      new Dialogue(turn).taskDone();
      return;
    }
    turn.tell(memory.phoneSaid ? "notFoundSaid" : "notFound");
    turn.ask(Question.PHONE);
  }

  private boolean isTooLate(Booking booking) {
    var rules = turn.catalogue.service(booking.service()).map(service -> service.rules());
    return rules.isPresent() && turn.now.isAfter(
        turn.startOf(booking).minus(rules.get().cancelUntil()));
  }

  private void cutOff(Task task, Booking booking) {
    var rules = turn.service(booking.service()).rules();
    String what = wording.yours(turn.serviceName(booking.service()));
    String when = wording.dateTime(turn.startOf(booking));
    if (rules.cancelUntil().isZero()) {
      turn.tell("cutOffBegun", "what", what, "when", when);
    } else {
      turn.tell("cutOff", "what", what, "when", when, "hours",
          wording.length(rules.cancelUntil()), "changed",
          wording.part(task.kind == Task.Kind.CANCEL ? "wordCancelled" : "wordMoved"));
    }
    new Dialogue(turn).taskDone();
  }

  void confirmedMove(Task task) {
    var offer = task.chosen;
    if (offer == null || task.booking == null) {
      advance(task);
      return;
    }
    switch (turn.tools.reschedule(task.booking, offer.token(), turn.key("move"))) {
      case RescheduleOutcome.Moved(var booking) -> {
        turn.happened(new DialogEvent.Rescheduled(booking));
        turn.news("moved", "what", wording.yours(turn.serviceName(booking.service())), "when",
            wording.dateTime(turn.startOf(booking)));
        memory.lastBooking = booking.id();
        memory.discussed = turn.startOf(booking).toLocalDate();
        new Dialogue(turn).taskDone();
      }
      case RescheduleOutcome.JustTaken(var others) -> {
        task.unchoose();
        turn.tell("justTaken");
        new Offering(turn).alternatives(others);
      }
      case RescheduleOutcome.Invalid _ -> {
        task.unchoose();
        advance(task);
      }
      case RescheduleOutcome.Refused(var why, var others) -> {
        task.unchoose();
        new Offering(turn).refuse(task, why, turn.startOf(offer));
        new Offering(turn).alternatives(others);
      }
      case RescheduleOutcome.NotAllowed(var refusal) -> notAllowed(task, refusal);
    }
  }

  void confirmedCancel(Task task) {
    if (task.booking == null) {
      advance(task);
      return;
    }
    switch (turn.tools.cancel(task.booking, turn.key("cancel"))) {
      case CancelOutcome.Cancelled(var booking) -> {
        turn.happened(new DialogEvent.Cancelled(booking));
        turn.news("cancelled", "what", wording.yours(turn.serviceName(booking.service())), "when",
            wording.dateTime(turn.startOf(booking)));
        new Dialogue(turn).taskDone();
      }
      case CancelOutcome.Refused(var refusal) -> notAllowed(task, refusal);
    }
  }

  private void notAllowed(Task task, ChangeRefusal refusal) {
    var booking = task.booking == null ? Optional.<Booking>empty()
        : turn.tools.booking(task.booking);
    switch (refusal) {
      case TOO_LATE, NOT_BEGUN -> {
        if (booking.isPresent()) {
          cutOff(task, booking.get());
          return;
        }
        turn.tell("nothingToChange");
      }
      case NOT_FOUND, NOT_STANDING -> turn.tell("nothingToChange");
    }
    new Dialogue(turn).taskDone();
  }

  /// Which of the listed appointments the words mean; null when that is not clear.
  @Nullable BookingId listed(Understood said) {
    var bookings = memory.listed.stream().flatMap(id -> turn.tools.booking(id).stream()).toList();
    if (bookings.isEmpty()) {
      return null;
    }
    var request = said.first();
    switch (said.choice()) {
      case Choice.Nth(int number) when number <= bookings.size() -> {
        return bookings.get(number - 1).id();
      }
      case Choice.Last _, Choice.Later _ -> {
        return bookings.getLast().id();
      }
      case Choice.Earlier _, Choice.NextAfter _ -> {
        return bookings.getFirst().id();
      }
      case Choice.Nth _ -> {
        return null;
      }
      case null -> { }
    }
    var list = bookings;
    if (!request.services().isEmpty()) {
      list = list.stream().filter(one -> request.services().contains(one.service())).toList();
    }
    var when = request.standing().isEmpty() ? request.when() : request.standing();
    if (!when.isEmpty()) {
      list = list.stream().filter(one -> stands(one, when)).toList();
    }
    boolean told = !request.services().isEmpty() || !when.isEmpty() || said.isYes();
    return list.size() == 1 && told ? list.getFirst().id() : null;
  }
}
