package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the agent does with what it understood: who starts, goes on, drops and ends tasks.
final class Dialogue {
  private final Turn turn;
  private final Memory memory;
  private final Details details;

  Dialogue(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.details = new Details(turn);
  }

  void heard(Understood said) {
    if (heldOrRepeated(said) || helped(said) || new CallingBack(turn).heard(said)) {
      return;
    }
    if (said.noSuchDay()) {
      turn.tell("noSuchDay");
      turn.aside = true;
    }
    details.personal(said);
    boolean answered = said.asksSomething() && new Answers(turn).answer(said);
    var requests = wanted(said, answered);
    boolean ends = said.is(Act.GOODBYE) || said.is(Act.DONE);
    if (ends(said, requests)) {
      goodbye();
      return;
    }
    queue(requests);
    if (memory.task == null) {
      start(said, requests.getFirst(), answered);
    } else {
      new Replies(turn).reply(memory.task, said, requests.getFirst(), answered);
    }
    if (ends && memory.task == null && memory.asked == Question.ANYTHING_ELSE && !answered) {
      goodbye();
    }
  }

  /// A moment's patience, or the same once more.
  private boolean heldOrRepeated(Understood said) {
    boolean bare = !said.saysDetails() && !said.isYes() && !said.isNo();
    if (said.is(Act.HOLD_ON) && bare && !said.is(Act.GOODBYE) && !said.asksSomething()) {
      turn.tell("takeYourTime");
      turn.waiting = true;
      return true;
    }
    boolean sorry = said.words() == 1 && said.mentions("sorry");
    if ((said.is(Act.REPEAT) || sorry) && bare && !said.asksSomething()) {
      repeat();
      return true;
    }
    return false;
  }

  void repeat() {
    turn.tellText(memory.lead);
    turn.aside = true;
    if (memory.again < 2) {
      memory.again++;
    }
    turn.ask(memory.asked);
  }

  private boolean helped(Understood said) {
    boolean chooses = memory.asked == Question.PERSON_OR_CALL_BACK;
    if (said.is(Act.CALL_BACK) && !said.first().saysDetails()) {
      callBack(said.phoneDigits());
      return true;
    }
    if (said.is(Act.PERSON) || chooses && said.isYes() && !said.saysDetails()) {
      person();
      return true;
    }
    return false;
  }

  void person() {
    drop();
    var person = turn.tools.person();
    if (person.isPresent()) {
      turn.happened(new DialogEvent.Escalated("person", Optional.empty()));
      turn.tell("person");
      turn.transfer = person.get().e164();
      return;
    }
    new CallingBack(turn).offer("noPerson", "noPersonNow");
  }

  /// The person did not answer. Who was put through because we failed may come back in the middle
  /// of something.
  void notPutThrough() {
    drop();
    new CallingBack(turn).offer("notPutThrough", "notPutThroughNow");
  }

  /// @param digits of the number to call, where one was said with it
  void callBack(@Nullable String digits) {
    drop();
    if (digits == null) {
      new CallingBack(turn).offer("callBack", "");
    } else {
      new CallingBack(turn).digits(digits);
    }
  }

  /// What is asked about is not thereby wanted: `are you open on Saturday` is no booking.
  private List<Request> wanted(Understood said, boolean answered) {
    if (!answered) {
      return said.requests();
    }
    var first = said.first();
    boolean changes = first.intent() == Act.CHANGE_IT || first.intent() == Act.MOVE;
    boolean books = first.intent() == Act.BOOK || changes
        || first.intent() == Act.CANCEL;
    boolean about = said.is(Act.PRICE) || said.is(Act.LENGTH) || said.is(Act.STAFF);
    boolean keepServices = !about && !first.services().isEmpty() || books
        || !first.when().isEmpty() && !said.is(Act.HOURS);
    boolean keepWhen = !said.is(Act.HOURS) && !said.is(Act.LIST)
        || !first.services().isEmpty() && books || changes;
    if (!first.services().isEmpty()) {
      memory.curious = first.services();
    }
    boolean wants = books && (keepServices && !first.services().isEmpty() || keepWhen
        && !first.when().isEmpty());
    var kept = first.doing(wants ? first.intent() : null)
        .about(keepServices ? first.services() : List.of())
        .at(keepWhen ? first.when() : When.NOTHING);
    var list = new ArrayList<Request>();
    list.add(kept);
    list.addAll(said.requests().subList(1, said.requests().size()));
    return list;
  }

  private boolean ends(Understood said, List<Request> requests) {
    boolean nothing = requests.stream().noneMatch(one -> one.saysDetails() || one.intent() != null)
        && !said.saysDetails();
    if (!nothing || said.asksSomething() && !said.is(Act.GOODBYE)) {
      return false;
    }
    boolean closing = memory.task == null && (memory.asked == Question.ANYTHING_ELSE
        || memory.asked == Question.PERSON_OR_CALL_BACK);
    if (closing && (said.isNo() || said.is(Act.DONE) || said.is(Act.GOODBYE)
        || said.is(Act.THANKS) && !said.isYes())) {
      return true;
    }
    if (memory.task == null && said.is(Act.NEVER_MIND)) {
      return true;
    }
    boolean confirms = memory.asked.isYesOrNo() && said.is(Act.YES);
    return said.is(Act.GOODBYE) && !confirms
        || said.is(Act.DONE) && !memory.asked.isYesOrNo()
            && memory.asked != Question.WHAT_TO_CHANGE;
  }

  void goodbye() {
    drop();
    turn.tell("goodbye");
    turn.hangUp = true;
    memory.over = true;
  }

  /// What was asked for besides waits until the first thing is done.
  private void queue(List<Request> requests) {
    for (var request : requests.subList(1, requests.size())) {
      if (request.saysDetails() || request.intent() != null) {
        var task = Task.of(kind(request));
        task.another = request.count() == 0;
        details.merge(task, request);
        memory.later.add(task);
      }
    }
  }

  static Task.Kind kind(Request request) {
    return request.intent() == Act.CANCEL ? Task.Kind.CANCEL
        : request.intent() == Act.MOVE ? Task.Kind.MOVE : Task.Kind.BOOK;
  }

  private void start(Understood said, Request request, boolean answered) {
    boolean starts = request.intent() != null || request.saysDetails();
    boolean idleChange = request.intent() == Act.CHANGE_IT && !request.saysDetails();
    if (answered && !request.saysDetails() || !starts || idleChange) {
      notStarted(said, answered);
      return;
    }
    var booked = memory.lastBooking;
    boolean last = booked != null && request.services().isEmpty();
    boolean changesLast = last && (request.intent() == Act.CHANGE_IT
        || said.is(Act.CORRECT) && !request.when().isEmpty() && request.intent() != Act.BOOK
        || request.intent() == Act.MOVE || request.intent() == Act.CANCEL);
    var standing = new StandingWish(turn);
    if (standing.onlyTold(request)) {
      return;
    }
    var task = Task.of(changesLast && request.intent() != Act.CANCEL
        || standing.isChanged(request) ? Task.Kind.MOVE : kind(request));
    task.another = task.kind == Task.Kind.BOOK && booked != null
        && (said.mentions("another") || said.mentions("second"));
    task.all = task.kind == Task.Kind.CANCEL && said.wantsAll();
    if (changesLast && booked != null && request.standing().isEmpty()) {
      task.booking = booked;
      task.aimed = true;
      turn.tools.booking(booked).ifPresent(one -> task.bookedAt = turn.startOf(one));
    }
    begin(task, request);
  }

  void begin(Task task, Request request) {
    memory.task = task;
    turn.progress = true;
    memory.offers.clear();
    details.merge(task, request);
    var before = memory.lastBooking;
    if (task.another && before != null) {
      turn.tools.booking(before).ifPresent(one -> {
        task.services = task.services.isEmpty() ? List.of(one.service()) : task.services;
        task.when = request.when().other() instanceof TimePart.Same
            ? Offering.settled(turn.startOf(one)) : task.when;
      });
    }
    if (task.kind == Task.Kind.BOOK && task.services.isEmpty()) {
      task.services = memory.curious.size() == 1 ? memory.curious : List.of();
    }
    advance(task);
  }

  private void notStarted(Understood said, boolean answered) {
    boolean first = memory.asked == Question.HOW_CAN_I_HELP;
    if (answered) {
      turn.progress = true;
      turn.ask(Question.ANYTHING_ELSE);
    } else if (said.name() != null || said.is(Act.GREETING) || said.isYes()
        || said.is(Act.THANKS)) {
      turn.progress = true;
      turn.ask(Question.HOW_CAN_I_HELP);
    } else if (said.is(Act.WAITLIST)) {
      begin(Task.of(Task.Kind.BOOK), Request.NOTHING);
    } else {
      if (said.words() > 0 && !said.isNo()) {
        turn.tell("misunderstood");
      }
      turn.ask(first ? Question.HOW_CAN_I_HELP : Question.ANYTHING_ELSE);
    }
  }

  void advance(Task task) {
    switch (task.kind) {
      case BOOK -> new Bookings(turn).advance(task);
      case MOVE, CANCEL -> new Changes(turn).advance(task);
    }
  }

  /// The task is over, one way or the other: the next one, or is there anything else?
  void taskDone() {
    memory.task = null;
    memory.offers.clear();
    memory.listed.clear();
    memory.curious = List.of();
    turn.progress = true;
    if (memory.later.isEmpty()) {
      turn.ask(Question.ANYTHING_ELSE);
      return;
    }
    var next = memory.later.removeFirst();
    memory.task = next;
    memory.asked = Question.HOW_CAN_I_HELP;
    var booked = memory.lastBooking;
    if (next.another && !next.when.hasTime() && booked != null) {
      turn.tell("another");
      turn.tools.booking(booked)
          .ifPresent(one -> next.when = Offering.settled(turn.startOf(one)));
    }
    advance(next);
  }

  /// Gives up what is under way, and the slot held for it.
  void drop() {
    var task = memory.task;
    if (task != null && task.hold != null) {
      turn.tools.release(task.hold);
    }
    memory.task = null;
    memory.offers.clear();
    memory.listed.clear();
    memory.later.clear();
  }
}
