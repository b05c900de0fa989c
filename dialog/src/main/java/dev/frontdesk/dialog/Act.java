package dev.frontdesk.dialog;

/// What a caller does with words, apart from giving details. The phrases are in
/// `acts_LANGUAGE.properties`.
enum Act {
  YES,
  NO,
  /// Nothing else is wanted.
  DONE,
  BOOK,
  MOVE,
  /// Change what is spoken of, whatever that is.
  CHANGE_IT,
  CANCEL,
  /// I have an appointment.
  STANDS,
  /// What appointments do I have?
  LIST,
  WAITLIST,
  PERSON,
  CALL_BACK,
  REPEAT,
  HOLD_ON,
  GOODBYE,
  THANKS,
  HOURS,
  PRICE,
  LENGTH,
  ADDRESS,
  SERVICES,
  STAFF,
  /// Any resource will do.
  ANYONE,
  /// What was said last is taken back.
  CORRECT,
  NEVER_MIND,
  DONT_KNOW,
  /// What was offered does not suit.
  REJECT,
  GREETING,
  CALLER_NUMBER;

  boolean isQuestion() {
    return switch (this) {
      case HOURS, PRICE, LENGTH, ADDRESS, SERVICES, STAFF, LIST -> true;
      case YES, NO, DONE, BOOK, MOVE, CHANGE_IT, CANCEL, STANDS, WAITLIST, PERSON, CALL_BACK,
          REPEAT,
          HOLD_ON, GOODBYE, THANKS, ANYONE, CORRECT, NEVER_MIND, DONT_KNOW, REJECT, GREETING,
          CALLER_NUMBER -> false;
    };
  }
}
