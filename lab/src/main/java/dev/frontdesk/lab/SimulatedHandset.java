package dev.frontdesk.lab;

/// What becomes of texts to a number.
public enum SimulatedHandset {
  TAKES_TEXTS(0, 0),
  /// Known for no mobile when the text is handed over.
  LANDLINE(21614, 0),
  /// Found out by the carrier later.
  LANDLINE_FOUND_LATER(0, 30006),
  OPTED_OUT(21610, 0),
  SWITCHED_OFF(0, 30003),
  FILTERED(0, 30007),
  /// The carrier never tells what became of it.
  SILENT(0, 0);

  private final int refusedWith;
  private final int lostWith;

  SimulatedHandset(int refusedWith, int lostWith) {
    this.refusedWith = refusedWith;
    this.lostWith = lostWith;
  }

  /// Twilio's code with which the text is not even taken; 0 when it is.
  int refusedWith() {
    return refusedWith;
  }

  int lostWith() {
    return lostWith;
  }
}
