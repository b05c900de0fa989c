package dev.frontdesk.messaging;

import java.util.Optional;

/// What a customer's text to us means.
public sealed interface Reply {
  /// No more of these; of anything, when no purpose is named.
  ///
  /// @param keyword   a word that the carrier acts on and answers itself
  /// @param ambiguous it may have been meant for the appointment (`CANCEL`)
  record OptOut(Optional<Purpose> only, boolean keyword, boolean ambiguous) implements Reply {}

  /// They want texts again.
  record OptIn() implements Reply {}

  /// The carrier answers it.
  record Help() implements Reply {}

  /// They come.
  record Confirm() implements Reply {}

  /// They want another time.
  record Change() implements Reply {}

  /// They want the appointment called off.
  ///
  /// @param certain said with our own word, and not in a sentence that may mean something else
  record CallOff(boolean certain) implements Reply {}

  /// For a person to read.
  record Other() implements Reply {}
}
