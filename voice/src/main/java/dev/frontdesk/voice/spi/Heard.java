package dev.frontdesk.voice.spi;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.Transcript;

/// What a recogniser reports. Texts of one utterance arrive in order; an interim replaces the
/// interim before it, a final stands.
public sealed interface Heard {

  /// Best guess at the words since the last final; will be replaced.
  record Interim(Transcript text) implements Heard {}

  /// Words that will not change, following on from the finals before.
  ///
  /// @param endOfSpeech the recogniser itself thinks the caller has stopped
  record Final(Transcript text, boolean endOfSpeech) implements Heard {}

  /// The recogniser's own turn model: the caller may be done, here is the whole turn so far.
  record EagerEndOfTurn(Transcript turn, double confidence) implements Heard {}

  /// The turn reported as maybe over goes on.
  record TurnResumed() implements Heard {}

  /// The recogniser's own turn model: the caller is done. `turn` is the whole turn.
  record EndOfTurn(Transcript turn, double confidence) implements Heard {}

  /// Hearing is impaired or gone.
  ///
  /// @param recovers the adapter is reconnecting by itself and audio meanwhile is kept
  record Lost(Failure failure, boolean recovers) implements Heard {}
}
