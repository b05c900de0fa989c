package dev.frontdesk.dialog;

/// What the agent asked last, which decides how an answer is read.
enum Question {
  HOW_CAN_I_HELP,
  WHICH_SERVICE,
  WHEN,
  WHICH_DAY,
  WHAT_TIME,
  PICK_SLOT,
  NAME,
  PHONE,
  CONFIRM_BOOKING,
  /// How often something recurs.
  HOW_MANY,
  /// Whether a series is booked without the days that cannot be had.
  LEAVE_OUT,
  WHAT_TO_CHANGE,
  WHICH_APPOINTMENT,
  CONFIRM_MOVE,
  CONFIRM_CANCEL,
  WAIT_FOR_SLOT,
  PERSON_OR_CALL_BACK,
  CALL_BACK_PHONE,
  /// Whether the number to call back was understood.
  CONFIRM_CALL_BACK,
  ANYTHING_ELSE;

  boolean isYesOrNo() {
    return switch (this) {
      case CONFIRM_BOOKING, CONFIRM_MOVE, CONFIRM_CANCEL, WAIT_FOR_SLOT, LEAVE_OUT,
          CONFIRM_CALL_BACK -> true;
      case HOW_CAN_I_HELP, WHICH_SERVICE, WHEN, WHICH_DAY, WHAT_TIME, PICK_SLOT, NAME, PHONE,
          WHAT_TO_CHANGE, WHICH_APPOINTMENT, PERSON_OR_CALL_BACK, CALL_BACK_PHONE, ANYTHING_ELSE,
          HOW_MANY -> false;
    };
  }

  /// Whether the answer is a telephone number, said or keyed.
  boolean isPhone() {
    return this == PHONE || this == CALL_BACK_PHONE;
  }

  /// Whether a bare number is likely an hour.
  boolean expectsTime() {
    return switch (this) {
      case WHEN, WHAT_TIME, PICK_SLOT, WHICH_APPOINTMENT, CONFIRM_BOOKING, CONFIRM_MOVE,
          WHAT_TO_CHANGE -> true;
      case HOW_CAN_I_HELP, WHICH_SERVICE, WHICH_DAY, NAME, PHONE, CONFIRM_CANCEL, WAIT_FOR_SLOT,
          PERSON_OR_CALL_BACK, CALL_BACK_PHONE, CONFIRM_CALL_BACK, ANYTHING_ELSE, HOW_MANY,
          LEAVE_OUT -> false;
    };
  }
}
