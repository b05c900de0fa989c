package dev.frontdesk.lab;

/// What endpointing made of one turn.
///
/// @param call    whose it is
/// @param said    the turn as it is written in the set
/// @param cutOff  taken as over while the caller still had words to say
/// @param delayMs from the caller's last sound until the turn was taken as over; negative when it
///     never was, because the rest of a turn that was cut off called for no answer
record EndpointingTurn(String call, String said, boolean cutOff, long delayMs) {
  /// What people leave between their turns themselves.
  private static final long NEEDED_MS = 200;

  private static final long PATIENT_MS = 700;

  boolean needlessWait() {
    return !cutOff && delayMs > NEEDED_MS + PATIENT_MS;
  }
}
