package dev.frontdesk.dialog;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// A call back is promised only to a number: the one the caller rings from, or one that they gave
/// and that was read back to them.
final class CallingBack {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private final Turn turn;
  private final Memory memory;

  CallingBack(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
  }

  /// @param promise phrase that tells of the call back, where the number is known
  /// @param why     phrase that comes before the question for a number; empty for none
  void offer(String promise, String why) {
    if (memory.phone != null && !memory.phoneSaid) {
      promise(memory.phone, promise);
      return;
    }
    if (!why.isEmpty()) {
      turn.tell(why);
    }
    ask();
  }

  /// What was said to the question for a number; false when the caller spoke of something else.
  boolean heard(Understood said) {
    if (memory.task != null || !asked(memory.asked)) {
      return false;
    }
    var phone = memory.phone;
    boolean confirms = memory.asked == Question.CONFIRM_CALL_BACK;
    boolean wantsElse =
        said.requests().stream().anyMatch(one -> one.saysDetails() || one.intent() != null);
    if (said.phoneDigits() != null) {
      digits(said.phoneDigits());
    } else if (wantsElse || said.is(Act.GOODBYE) || said.is(Act.DONE)) {
      return false;
    } else if (said.asksSomething() && new Answers(turn).answer(said)) {
      turn.aside = true;
      ask();
    } else if (said.is(Act.CALLER_NUMBER)) {
      new Phones(turn).callerNumber();
      ask();
    } else if (confirms && said.isYes() && phone != null) {
      promise(phone, "callBack");
    } else if (said.isNo()) {
      refused(confirms);
    } else {
      ask();
    }
    return true;
  }

  /// Digits, said or keyed: read back once they make a number.
  void digits(String digits) {
    memory.phone = null;
    memory.phoneSaid = false;
    new Phones(turn).said(digits);
    ask();
  }

  private void refused(boolean confirms) {
    if (confirms) {
      memory.phone = null;
      memory.phoneSaid = false;
      memory.digits = "";
      turn.progress = true;
      ask();
    } else {
      givenUp();
    }
  }

  /// Without a number nothing is promised.
  void givenUp() {
    memory.again = 0;
    turn.tell("noCallBack");
    turn.ask(Question.ANYTHING_ELSE);
  }

  private void ask() {
    turn.ask(memory.phone == null ? Question.CALL_BACK_PHONE : Question.CONFIRM_CALL_BACK);
  }

  /// It is noted before it is promised.
  private void promise(PhoneNumber number, String words) {
    memory.phoneSaid = false; // theirs from now on
    turn.happened(new DialogEvent.Escalated("call-back", Optional.of(number)));
    turn.tell(words);
    turn.ask(Question.ANYTHING_ELSE);
  }

  static boolean asked(Question question) {
    return question == Question.CALL_BACK_PHONE || question == Question.CONFIRM_CALL_BACK;
  }

  /// `4 1 5, 5 5 5, 0 1 2 3`, as it is dialled where the business is.
  static String spoken(PhoneNumber number, String country, Wording wording) {
    try {
      var parsed = NUMBERS.parse(number.e164(), country);
      boolean abroad = parsed.getCountryCode() != NUMBERS.getCountryCodeForRegion(country);
      var format = abroad ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.NATIONAL;
      String groups = NUMBERS.format(parsed, format).replaceAll("[^0-9]+", " ").strip();
      String digits = groups.replace(" ", ",").replaceAll("(?<=[0-9,])(?=[0-9])", " ");
      return abroad ? wording.part("wordPlus") + " " + digits : digits;
    } catch (NumberParseException _) {
      return number.e164();
    }
  }
}
