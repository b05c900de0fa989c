package dev.frontdesk.telephony;

/// What moves an attempt to put a caller through.
public enum TransferEvent {
  RING,
  PICK_UP,
  /// The two have talked, and one of them hung up.
  FINISH,
  FAIL,
  /// The caller hung up before anybody picked up.
  GIVE_UP
}
