package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import java.util.List;
import java.util.Set;

/// The caller's reply to what was asked, within a task.
final class Replies {
  private final Turn turn;
  private final Memory memory;
  private final Details details;
  private final Dialogue dialogue;

  Replies(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.details = new Details(turn);
    this.dialogue = new Dialogue(turn);
  }

  void reply(Task task, Understood said, Request request, boolean answered) {
    if (turned(task, said, request)) {
      return;
    }
    if (said.is(Act.NEVER_MIND) && !request.saysDetails()) {
      dropped(task);
      return;
    }
    if (said.is(Act.WAITLIST) && task.kind == Task.Kind.BOOK) {
      details.merge(task, request);
      new Bookings(turn).joinWaitlist(task);
      return;
    }
    switch (memory.asked) {
      case CONFIRM_BOOKING, CONFIRM_MOVE -> confirming(task, said, request);
      case CONFIRM_CANCEL -> cancelling(task, said, request);
      case PICK_SLOT, WHAT_TIME -> picking(task, said, request, answered);
      case WHICH_APPOINTMENT -> choosing(task, said, request);
      case WAIT_FOR_SLOT -> waiting(task, said, request);
      case WHAT_TO_CHANGE -> changing(task, said, request);
      case LEAVE_OUT -> leavingOut(task, said, request);
      case HOW_MANY, HOW_CAN_I_HELP, WHICH_SERVICE, WHEN, WHICH_DAY, NAME, PHONE, ANYTHING_ELSE,
          PERSON_OR_CALL_BACK, CALL_BACK_PHONE, CONFIRM_CALL_BACK ->
          telling(task, said, request, answered);
    }
  }

  /// The caller wants something else than what is under way.
  private boolean turned(Task task, Understood said, Request request) {
    var intent = request.intent();
    if (intent == Act.CANCEL && task.kind != Task.Kind.CANCEL) {
      boolean own = !request.services().isEmpty() || !request.standing().isEmpty();
      if (task.kind == Task.Kind.MOVE && task.booking != null && !own) {
        become(task, Task.Kind.CANCEL);
      } else if (own && memory.phone != null && !turn.tools.upcoming(memory.phone).isEmpty()) {
        replace(Task.of(Task.Kind.CANCEL), request);
      } else {
        dropped(task);
      }
      return true;
    }
    if (intent == Act.MOVE && task.kind == Task.Kind.CANCEL) {
      become(task, Task.Kind.MOVE);
      details.merge(task, request);
      dialogue.advance(task);
      return true;
    }
    if (intent == Act.MOVE && task.kind == Task.Kind.BOOK && task.chosen == null
        && memory.offers.isEmpty() && memory.phone != null
        && !turn.tools.upcoming(memory.phone).isEmpty() && !said.is(Act.REJECT)) {
      replace(Task.of(Task.Kind.MOVE), request);
      return true;
    }
    if (intent == Act.BOOK && task.kind != Task.Kind.BOOK && !request.services().isEmpty()
        && !request.services().equals(task.services)) {
      if (task.booking == null || memory.asked == Question.PHONE) {
        replace(Task.of(Task.Kind.BOOK), request);
        return true;
      }
      var next = Task.of(Task.Kind.BOOK);
      details.merge(next, request);
      memory.later.add(next);
      return false;
    }
    return false;
  }

  private void become(Task task, Task.Kind kind) {
    task.kind = kind;
    task.when = When.NOTHING;
    release(task);
    turn.progress = true;
    memory.asked = Question.HOW_CAN_I_HELP;
    if (kind == Task.Kind.CANCEL) {
      dialogue.advance(task);
    }
  }

  private void replace(Task next, Request request) {
    var task = memory.task;
    if (task != null) {
      release(task);
    }
    memory.asked = Question.HOW_CAN_I_HELP;
    dialogue.begin(next, request);
  }

  private void release(Task task) {
    if (task.hold != null) {
      turn.tools.release(task.hold);
      task.hold = null;
    }
    task.unchoose();
    memory.offers.clear();
  }

  private void dropped(Task task) {
    release(task);
    turn.tell(task.kind == Task.Kind.BOOK ? "dropped" : "droppedCancel");
    dialogue.taskDone();
  }

  private void confirming(Task task, Understood said, Request request) {
    var chosen = task.chosen;
    boolean named = turn.progress; // a name or number was corrected
    if (said.choice() instanceof Choice.NextAfter && chosen != null) {
      after(task);
      return;
    }
    if (task.kind == Task.Kind.MOVE && request.when().isEmpty() && theOther(task, said)) {
      return;
    }
    if (task.kind == Task.Kind.MOVE && otherAppointment(task, request)) {
      release(task);
      task.booking = null;
      task.services = request.services();
      turn.progress = true;
      dialogue.advance(task);
      return;
    }
    boolean changed = !queuedOnly(task, request) && details.merge(task, request);
    if (changed || task.chosen == null) {
      task.unchoose();
      dialogue.advance(task);
      return;
    }
    boolean yes = said.isYes() || said.is(Act.DONE) && !said.isNo();
    if (yes && !said.is(Act.REJECT)) {
      act(task);
      return;
    }
    if (named) {
      dialogue.advance(task);
      return;
    }
    if (restated(said, request)) {
      act(task);
      return;
    }
    if (said.isNo() || said.is(Act.REJECT) || said.denied() || said.deniedName()) {
      refused(task, said);
      return;
    }
    unclear(said);
    dialogue.advance(task);
  }

  /// `The other one`, of two. True when there is one other.
  private boolean theOther(Task task, Understood said) {
    boolean names = said.mentions("other") && said.mentions("one");
    var others = !names || memory.phone == null ? List.<Booking>of()
        : turn.tools.upcoming(memory.phone).stream()
            .filter(one -> !one.id().equals(task.booking)).toList();
    if (others.size() != 1) {
      return false;
    }
    release(task);
    turn.progress = true;
    new Changes(turn).take(task, others.getFirst());
    dialogue.advance(task);
    return true;
  }

  /// `Not that one, the check-up`: of two appointments the other one was meant.
  private boolean otherAppointment(Task task, Request request) {
    return !request.services().isEmpty() && request.becomes().isEmpty()
        && request.intent() != Act.BOOK && !request.services().equals(task.services)
        && memory.phone != null && turn.tools.upcoming(memory.phone).stream()
            .anyMatch(one -> request.services().contains(one.service()));
  }

  private void act(Task task) {
    if (task.kind == Task.Kind.BOOK) {
      new Bookings(turn).confirmed(task);
    } else {
      new Changes(turn).confirmedMove(task);
    }
  }

  /// Who answers the read-back with the very same day and time says yes; who repeats a part of it
  /// does so the second time.
  private boolean restated(Understood said, Request request) {
    if (said.isNo() || said.is(Act.REJECT) || said.denied() || said.asksSomething()) {
      return false;
    }
    boolean whole = request.when().day() != null && request.when().at() != null;
    return whole || memory.again > 0 && (request.saysDetails() || said.name() != null);
  }

  /// A request for another service while a move is confirmed is a task of its own.
  private boolean queuedOnly(Task task, Request request) {
    return task.kind != Task.Kind.BOOK && request.intent() == Act.BOOK
        && !request.services().isEmpty() && !request.services().equals(task.services);
  }

  private void refused(Task task, Understood said) {
    task.refusals++;
    if (task.refusals > 2 || said.is(Act.DONE)) {
      dropped(task);
      return;
    }
    turn.progress = true;
    turn.ask(Question.WHAT_TO_CHANGE);
  }

  private void changing(Task task, Understood said, Request request) {
    boolean personal = turn.progress;
    boolean changed = details.merge(task, request);
    if (changed) {
      task.unchoose();
    }
    if (changed || personal || said.isYes()) {
      dialogue.advance(task);
    } else if (said.isNo() || said.is(Act.DONE)) {
      dropped(task);
    } else if (said.mentions("name")) {
      memory.name = null;
      dialogue.advance(task);
    } else if (said.mentions("phone") || said.mentions("number")) {
      turn.ask(Question.PHONE);
    } else if (said.mentions("service")) {
      turn.ask(Question.WHICH_SERVICE);
    } else if (said.mentions("time") || said.mentions("day") || said.mentions("date")) {
      turn.ask(said.mentions("time") ? Question.WHEN : Question.WHICH_DAY);
    } else {
      unclear(said);
      turn.ask(Question.WHAT_TO_CHANGE);
    }
  }

  private void cancelling(Task task, Understood said, Request request) {
    boolean other = !request.services().isEmpty() && !request.services().equals(task.services)
        || !request.standing().isEmpty() && task.bookedAt != null && turn.tools
            .booking(java.util.Objects.requireNonNull(task.booking))
            .filter(one -> !new Changes(turn).stands(one, request.standing())).isPresent();
    if (!other && theOther(task, said)) {
      return;
    }
    if (other) {
      task.booking = null;
      task.services = request.services();
      task.standing = request.standing();
      turn.progress = true;
      dialogue.advance(task);
    } else if (!request.when().isEmpty() && !said.isYes() && request.intent() != Act.CANCEL) {
      become(task, Task.Kind.MOVE); // `no, just make it Thursday`
      details.merge(task, request);
      task.aimed = true;
      dialogue.advance(task);
    } else if (said.isYes() || request.intent() == Act.CANCEL && !said.isNo()
        || said.is(Act.DONE) && !said.isNo()) {
      new Changes(turn).confirmedCancel(task);
    } else if (said.isNo()) {
      dropped(task);
    } else {
      unclear(said);
      turn.ask(Question.CONFIRM_CANCEL);
    }
  }

  private void picking(Task task, Understood said, Request request, boolean answered) {
    var picked = new Picking(turn).pick(said, task);
    if (picked != null) {
      turn.progress = true;
      if (new Offering(turn).hold(task, picked)) {
        memory.asked = Question.HOW_CAN_I_HELP;
        dialogue.advance(task);
      }
      return;
    }
    if (said.choice() instanceof Choice.NextAfter) {
      after(task);
      return;
    }
    if (details.merge(task, request) || task.chosen == null && memory.offers.isEmpty()) {
      dialogue.advance(task);
      return;
    }
    if (said.isNo() || said.is(Act.REJECT) || said.denied()) {
      new OtherTimes(turn).offer(task);
      return;
    }
    if (turn.progress || answered) {
      turn.ask(memory.asked);
      return;
    }
    unclear(said);
    turn.ask(memory.asked);
  }

  private void after(Task task) {
    var service = task.service();
    var from = task.wished;
    if (from == null && !memory.offers.isEmpty()) {
      from = turn.startOf(memory.offers.getFirst());
    }
    if (service.isEmpty() || from == null) {
      dialogue.advance(task);
      return;
    }
    turn.progress = true;
    if (new Offering(turn).present(task, turn.search.after(task, service.get(), from))) {
      dialogue.advance(task);
    }
  }

  private void choosing(Task task, Understood said, Request request) {
    var changes = new Changes(turn);
    if (task.kind == Task.Kind.CANCEL && said.wantsAll() && !memory.listed.isEmpty()) {
      changes.eachOf(task, List.copyOf(memory.listed));
      turn.progress = true;
      dialogue.advance(task);
      return;
    }
    var picked = changes.listed(said);
    if (picked != null) {
      turn.progress = true;
      turn.tools.booking(picked).ifPresent(booking -> changes.take(task, booking));
      if (request.aimed()) {
        details.merge(task, request);
      }
      dialogue.advance(task);
      return;
    }
    if (details.merge(task, request)) {
      dialogue.advance(task);
      return;
    }
    unclear(said);
    turn.ask(Question.WHICH_APPOINTMENT);
  }

  private void leavingOut(Task task, Understood said, Request request) {
    if (said.isYes()) {
      act(task);
    } else if (details.merge(task, request)) {
      task.except = Set.of();
      dialogue.advance(task);
    } else if (said.isNo() || said.is(Act.REJECT)) {
      task.except = Set.of();
      refused(task, said);
    } else {
      unclear(said);
      turn.ask(Question.LEAVE_OUT);
    }
  }

  private void waiting(Task task, Understood said, Request request) {
    if (details.merge(task, request)) {
      dialogue.advance(task);
    } else if (said.isYes()) {
      new Bookings(turn).joinWaitlist(task);
    } else if (said.isNo()) {
      task.when = When.NOTHING;
      turn.progress = true;
      turn.ask(Question.WHEN);
    } else {
      unclear(said);
      turn.ask(Question.WAIT_FOR_SLOT);
    }
  }

  private void telling(Task task, Understood said, Request request, boolean answered) {
    if (said.is(Act.DONT_KNOW) && request.when().isEmpty()
        && (memory.asked == Question.WHEN || memory.asked == Question.WHICH_DAY)) {
      new OtherTimes(turn).soonest(task);
      return;
    }
    if (!details.merge(task, request) && !turn.progress && !answered) {
      unclear(said);
    }
    dialogue.advance(task);
  }

  private void unclear(Understood said) {
    if (!turn.progress && !turn.aside && said.words() > 0 && turn.said().isEmpty()) {
      turn.tell("misunderstood");
    }
  }
}
