package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;

/// Whether a wish is about an appointment that stands, though no word like `move` was said: `I have
/// a haircut on Tuesday, could I come an hour later`, `Ben instead of Ana for my appointment`.
final class StandingWish {
  private final Turn turn;

  StandingWish(Turn turn) {
    this.turn = turn;
  }

  /// True when an appointment under the caller's number is to be changed.
  boolean isChanged(Request request) {
    if (request.intent() == Act.CANCEL) {
      return false;
    }
    boolean change = request.intent() == Act.CHANGE_IT;
    var time = request.when().other();
    boolean shifts = time instanceof TimePart.Shift || time instanceof TimePart.Toward;
    if (request.stands()) {
      boolean wants = change || !request.when().isEmpty() || !request.resources().isEmpty()
          || !request.becomes().isEmpty() || request.intent() == Act.MOVE;
      return wants && (turn.memory.phone == null ? change : !ofService(request).isEmpty());
    }
    if (change && (request.services().isEmpty() || !request.becomes().isEmpty())) {
      return !upcoming().isEmpty();
    }
    var day = request.when().day();
    boolean shiftsOne = time instanceof TimePart.Shift && !ofService(request).isEmpty();
    return shifts && (request.services().isEmpty() || shiftsOne)
        && upcoming().stream().anyMatch(one ->
            time instanceof TimePart.Shift && day == null
                || day == null || day.allows(turn.startOf(one).toLocalDate()));
  }

  /// The caller only says that they have an appointment: tells which, and asks what about it.
  boolean onlyTold(Request request) {
    boolean told = request.stands() && request.intent() == null && request.when().isEmpty()
        && request.resources().isEmpty() && request.becomes().isEmpty();
    var bookings = told ? ofService(request) : List.<Booking>of();
    if (bookings.isEmpty()) {
      return false;
    }
    var changes = new Changes(turn);
    var fitting = bookings.stream()
        .filter(one -> request.standing().isEmpty() || changes.stands(one, request.standing()))
        .toList();
    var meant = fitting.isEmpty() ? bookings : fitting;
    if (meant.size() == 1) {
      turn.memory.lastBooking = meant.getFirst().id();
    }
    turn.tell("listOne", "slots", new Answers(turn).listed(meant));
    turn.progress = true;
    turn.ask(Question.HOW_CAN_I_HELP);
    return true;
  }

  private List<Booking> ofService(Request request) {
    List<ServiceId> services = request.services();
    return upcoming().stream()
        .filter(one -> services.isEmpty() || services.contains(one.service())).toList();
  }

  private List<Booking> upcoming() {
    var phone = turn.memory.phone;
    return phone == null ? List.of() : turn.tools.upcoming(phone);
  }
}
