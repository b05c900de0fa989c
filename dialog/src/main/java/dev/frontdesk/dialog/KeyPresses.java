package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.List;

/// Answers given by key. Every question can be answered so:
///
/// | asked | keys |
/// |---|---|
/// | what to do | 1 book, 2 move, 3 cancel, 0 a person |
/// | which service, slot, appointment | its number; 9 other times |
/// | when | what comes first is offered to choose from |
/// | yes or no | 1 yes, 2 no |
/// | name | 1 goes on under the number |
/// | phone, also for a call back | its digits, then # |
///
/// `*` says it again.
final class KeyPresses {
  private final Turn turn;
  private final Memory memory;
  private final Dialogue dialogue;

  KeyPresses(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.dialogue = new Dialogue(turn);
  }

  void pressed(String keys) {
    memory.keyed = true;
    String digits = keys.replaceAll("[^0-9]", "");
    if (memory.asked == Question.PHONE && digits.length() > 1) {
      new Phones(turn).said(digits);
      goOn();
      return;
    }
    if (memory.asked == Question.CALL_BACK_PHONE && digits.length() > 1) {
      new CallingBack(turn).digits(digits);
      return;
    }
    if (digits.isEmpty() || keys.startsWith("*")) {
      dialogue.repeat();
      return;
    }
    int key = digits.charAt(digits.length() - 1) - '0';
    if (key == 0 && !memory.asked.isPhone()) {
      dialogue.person();
      return;
    }
    var task = memory.task;
    switch (memory.asked) {
      case HOW_CAN_I_HELP, ANYTHING_ELSE -> main(key);
      case CONFIRM_BOOKING, CONFIRM_MOVE, CONFIRM_CANCEL, WAIT_FOR_SLOT, WHAT_TO_CHANGE,
          LEAVE_OUT, CONFIRM_CALL_BACK -> yesOrNo(key);
      case CALL_BACK_PHONE -> turn.ask(memory.asked);
      case HOW_MANY -> {
        if (task != null && task.repeat != null && key > 0) {
          task.repeat = task.repeat.until(Repeat.lasting(key, 0, null));
          turn.learned("repeat");
        }
        goOn();
      }
      case PERSON_OR_CALL_BACK -> {
        if (key == 1) {
          dialogue.person();
        } else {
          dialogue.callBack(null);
        }
      }
      case NAME -> {
        memory.name = new Bookings(turn).nameless();
        turn.learned("name");
        goOn();
      }
      case WHICH_SERVICE, PICK_SLOT, WHAT_TIME, WHICH_APPOINTMENT, WHEN, WHICH_DAY, PHONE -> {
        if (task == null) {
          main(key);
        } else {
          choose(task, key);
        }
      }
    }
  }

  private void main(int key) {
    switch (key) {
      case 1 -> dialogue.begin(Task.of(Task.Kind.BOOK), Request.NOTHING);
      case 2 -> dialogue.begin(Task.of(Task.Kind.MOVE), Request.NOTHING);
      case 3 -> dialogue.begin(Task.of(Task.Kind.CANCEL), Request.NOTHING);
      default -> turn.ask(memory.asked);
    }
  }

  private void yesOrNo(int key) {
    if (key != 1 && key != 2) {
      turn.ask(memory.asked);
      return;
    }
    dialogue.heard(Understood.only(key == 1 ? Act.YES : Act.NO));
  }

  private void choose(Task task, int key) {
    switch (memory.asked) {
      case WHICH_SERVICE -> {
        var services = task.services.size() > 1 ? task.services
            : turn.catalogue.services().stream().map(service -> service.id()).toList();
        if (key >= 1 && key <= services.size()) {
          task.services = List.of(services.get(key - 1));
          turn.learned("service");
        }
        goOn();
      }
      case WHICH_APPOINTMENT -> {
        if (key >= 1 && key <= memory.listed.size()) {
          turn.progress = true;
          turn.tools.booking(memory.listed.get(key - 1))
              .ifPresent(booking -> new Changes(turn).take(task, booking));
        }
        goOn();
      }
      case PICK_SLOT, WHAT_TIME -> slot(task, key);
      case WHEN, WHICH_DAY -> new OtherTimes(turn).soonest(task);
      case HOW_CAN_I_HELP, NAME, PHONE, CONFIRM_BOOKING, WHAT_TO_CHANGE, CONFIRM_MOVE,
          HOW_MANY, LEAVE_OUT, CONFIRM_CANCEL, WAIT_FOR_SLOT, PERSON_OR_CALL_BACK,
          CALL_BACK_PHONE, CONFIRM_CALL_BACK, ANYTHING_ELSE -> goOn();
    }
  }

  private void slot(Task task, int key) {
    if (key == 9) {
      new OtherTimes(turn).more(task);
    } else if (key >= 1 && key <= memory.offers.size()) {
      turn.progress = true;
      if (new Offering(turn).hold(task, memory.offers.get(key - 1))) {
        memory.asked = Question.HOW_CAN_I_HELP;
        goOn();
      }
    } else {
      turn.ask(memory.asked);
    }
  }

  private void goOn() {
    var task = memory.task;
    if (task == null) {
      turn.ask(memory.asked);
    } else {
      dialogue.advance(task);
    }
  }

  /// What keys there are for what is asked now; empty when there are none.
  String help() {
    var wording = turn.wording;
    return switch (memory.asked) {
      case HOW_CAN_I_HELP -> wording.say("keysMain");
      case ANYTHING_ELSE, WHEN, WHICH_DAY -> "";
      case CONFIRM_BOOKING, CONFIRM_MOVE, CONFIRM_CANCEL, WAIT_FOR_SLOT, WHAT_TO_CHANGE,
          LEAVE_OUT, CONFIRM_CALL_BACK -> wording.say("keysYesNo");
      case HOW_MANY -> wording.say("keysHowMany");
      case PERSON_OR_CALL_BACK -> wording.say("keysPerson");
      case NAME -> wording.say("keysSayName");
      case PHONE, CALL_BACK_PHONE -> wording.say("keysPhone");
      case WHICH_SERVICE -> menu(services(), "");
      case PICK_SLOT, WHAT_TIME -> menu(new Offering(turn).parts(memory.offers),
          wording.part("keysOther"));
      case WHICH_APPOINTMENT -> menu(new Questions(turn).appointments(), "");
    };
  }

  private List<String> services() {
    var task = memory.task;
    return task != null && task.services.size() > 1
        ? task.services.stream().map(turn::serviceName).toList()
        : turn.catalogue.services().stream().map(service -> service.name()).limit(8).toList();
  }

  private String menu(List<String> items, String last) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < items.size() && i < 8; i++) {
      parts.add(turn.wording.part("keysOption", "key", Integer.toString(i + 1), "what",
          items.get(i)));
    }
    if (!last.isEmpty()) {
      parts.add(last);
    }
    String text = turn.wording.anyOf(parts);
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(turn.wording.language())
        + text.substring(1) + ".";
  }
}
