package dev.frontdesk.telephony;

/// How it comes that a leg's audio begins to flow.
public enum LegOpening {
  NEW,
  /// An earlier socket of this call was lost: the conversation goes on, not anew.
  RESUMED,
  /// The caller was to be put through to a person, who could not be reached, and is back.
  NOT_PUT_THROUGH;

  static LegOpening of(Leg leg) {
    return leg.status() == LegStatus.RINGING ? NEW : RESUMED;
  }
}
