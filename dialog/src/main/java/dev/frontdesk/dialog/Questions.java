package dev.frontdesk.dialog;

import dev.frontdesk.booking.Service;
import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.AskedDetail;
import java.util.List;

/// Puts questions into words, from what is known at that moment.
final class Questions {
  private final Turn turn;
  private final Memory memory;
  private final Wording wording;

  Questions(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.wording = turn.wording;
  }

  String text() {
    var task = memory.task == null ? new Task() : memory.task;
    int again = memory.again;
    return switch (memory.asked) {
      case HOW_CAN_I_HELP -> wording.again(again, "askHelp");
      case HOW_MANY -> wording.again(again, "askHowMany");
      case LEAVE_OUT -> wording.again(again, "askLeaveOut");
      case WHICH_SERVICE -> candidates(task).size() > 1
          ? wording.again(again, "askWhichOf", "services", names(candidates(task)))
          : wording.again(again, "askService", "services", names(turn.catalogue.services()));
      case WHEN -> wording.again(again, task.kind == Task.Kind.MOVE ? "askMoveTo" : "askWhen");
      case WHICH_DAY -> wording.again(again, "askDay");
      case WHAT_TIME -> wording.again(again, "askTimeOn", "day", day(), "times",
          wording.anyOf(new Offering(turn).times(memory.offers)));
      case PICK_SLOT -> pick(again);
      case NAME -> wording.again(again, "askName");
      case PHONE -> wording.again(again,
          task.kind == Task.Kind.BOOK ? "askPhone" : "askBookedPhone");
      case CONFIRM_BOOKING -> confirmBooking(task, again);
      case WHAT_TO_CHANGE -> wording.again(again, "whatToChange");
      case WHICH_APPOINTMENT -> wording.again(again, "whichAppointment", "slots",
          wording.anyOf(appointments()));
      case CONFIRM_MOVE -> confirmMove(task, again);
      case CONFIRM_CANCEL -> wording.again(again, "readCancel", "what", yours(task), "when",
          bookedAt(task));
      case WAIT_FOR_SLOT -> wording.again(again, "askWait");
      case PERSON_OR_CALL_BACK -> wording.again(again, "askPersonOrCallBack");
      case CALL_BACK_PHONE -> wording.again(again, "callBackPhone");
      case CONFIRM_CALL_BACK -> wording.again(again, "callBackOn", "number", callBackNumber());
      case ANYTHING_ELSE -> wording.again(again, "anythingElse");
    };
  }

  private String callBackNumber() {
    var country = Phones.country(turn.catalogue.organisation().zone().getId(), memory.phone);
    return memory.phone == null ? "" : CallingBack.spoken(memory.phone, country, wording);
  }

  private String pick(int again) {
    var spoken = new Offering(turn).spoken(memory.offers);
    boolean told = turn.said().contains(spoken);
    if (told) {
      return "";
    }
    return again == 0
        ? wording.say(memory.offers.size() == 1 ? "offerOne" : "offerSome", "slots", spoken)
        : wording.again(again - 1, "whichSlot", "slots", spoken);
  }

  private String confirmBooking(Task task, int again) {
    var chosen = task.chosen;
    if (chosen != null && task.repeat != null) {
      return wording.again(again, "readSeries", "what",
          wording.oneOf(turn.serviceName(chosen.service())) + new Bookings(turn).with(task),
          "series", new SeriesBooking(turn).described(task, task.repeat, chosen), "name",
          memory.name == null ? new Bookings(turn).nameless() : memory.name);
    }
    return chosen == null ? wording.say("askWhen")
        : wording.again(again, "readBack", "what",
            wording.oneOf(turn.serviceName(chosen.service())) + new Bookings(turn).with(task),
            "when", wording.dateTime(turn.startOf(chosen)), "name",
            memory.name == null ? new Bookings(turn).nameless() : memory.name);
  }

  private String confirmMove(Task task, int again) {
    var chosen = task.chosen;
    if (chosen != null && !task.becomes.isEmpty()) {
      return wording.again(again, "readBecomes", "what", yours(task), "old", bookedAt(task), "new",
          wording.oneOf(turn.serviceName(chosen.service())) + new Bookings(turn).with(task), "when",
          wording.dateTime(turn.startOf(chosen)));
    }
    return chosen == null ? wording.say("askMoveTo")
        : wording.again(again, "readMove", "what", yours(task), "old", bookedAt(task), "when",
            wording.dateTime(turn.startOf(chosen)) + new Bookings(turn).with(task));
  }

  private String yours(Task task) {
    return task.services.stream().findFirst()
        .map(id -> wording.yours(turn.serviceName(id))).orElse("");
  }

  private String bookedAt(Task task) {
    return task.bookedAt == null ? "" : wording.dateTime(task.bookedAt);
  }

  private String day() {
    return memory.offers.isEmpty() ? ""
        : wording.date(turn.startOf(memory.offers.getFirst()).toLocalDate());
  }

  private List<Service> candidates(Task task) {
    var any = task.becomes.isEmpty() ? task.services : task.becomes;
    return any.stream().flatMap(id -> turn.catalogue.service(id).stream()).toList();
  }

  private String names(List<Service> services) {
    return wording.anyOf(services.stream().map(one -> Wording.lower(one.name())).toList());
  }

  List<String> appointments() {
    return memory.listed.stream().flatMap(id -> turn.tools.booking(id).stream())
        .map(one -> wording.oneOf(turn.serviceName(one.service())) + " "
            + wording.part("spanOn", "day", wording.dateTime(turn.startOf(one)))).toList();
  }

  static AskedDetail detail(Question asked, int again) {
    return switch (asked) {
      case HOW_CAN_I_HELP, ANYTHING_ELSE, WHAT_TO_CHANGE -> AskedDetail.ANYTHING;
      case WHICH_SERVICE, PICK_SLOT, WHICH_APPOINTMENT, PERSON_OR_CALL_BACK -> AskedDetail.CHOICE;
      case WHEN, WHICH_DAY, WHAT_TIME, HOW_MANY -> AskedDetail.DATE_OR_TIME;
      case NAME -> again > 1 ? AskedDetail.SPELLED_NAME : AskedDetail.NAME;
      case PHONE, CALL_BACK_PHONE -> AskedDetail.PHONE_NUMBER;
      case CONFIRM_BOOKING, CONFIRM_MOVE, CONFIRM_CANCEL, WAIT_FOR_SLOT, LEAVE_OUT,
          CONFIRM_CALL_BACK ->
          AskedDetail.YES_OR_NO;
    };
  }

  static KeyPlan keys(Question asked) {
    return asked.isPhone() ? new KeyPlan(16, '#') : KeyPlan.ONE;
  }
}
