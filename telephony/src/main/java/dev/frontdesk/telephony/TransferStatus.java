package dev.frontdesk.telephony;

import java.util.Arrays;
import java.util.Optional;

/// Where an attempt to put a caller through stands; the moves are in `TransferMoves`.
public enum TransferStatus {
  /// The carrier is to be told.
  ASKED("asked"),
  /// The carrier was told to ring the person.
  RINGING("ringing"),
  /// The person has picked up.
  TALKING("talking"),
  /// They have talked.
  TALKED("talked"),
  /// Busy, no answer, no such number.
  NOT_REACHED("not-reached"),
  /// The caller hung up first.
  GIVEN_UP("given-up");

  private final String word;

  TransferStatus(String word) {
    this.word = word;
  }

  /// As rows have it.
  public String word() {
    return word;
  }

  public static Optional<TransferStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word.equals(word)).findFirst();
  }
}
