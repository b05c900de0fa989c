package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Who phones, and what they will say.
///
/// @param phone      empty when the number is withheld
/// @param opens      said after the greeting; empty for silence
/// @param otherwise  said when no answer fits
/// @param noiseSnrDb speech to noise on the caller's line; empty for a quiet room
/// @param rings      when this caller phones, next to the first caller of a scenario
public record SyntheticCaller(
    Optional<PhoneNumber> phone,
    CallerVoice voice,
    String opens,
    List<Answer> answers,
    String otherwise,
    OptionalDouble noiseSnrDb,
    Rings rings) {
  public static final String OTHERWISE = "Sorry, could you say that again?";

  public SyntheticCaller {
    answers = List.copyOf(answers);
  }

  public enum Rings {
    /// At the same moment as the first.
    TOGETHER,
    /// When the call before is over.
    AFTER
  }

  /// @param wordsPerMinute how fast they speak
  public record CallerVoice(Engine engine, int wordsPerMinute) {
    public static final CallerVoice DEFAULT = new CallerVoice(Engine.FREETTS, 150);

    public enum Engine {
      FREETTS,
      ESPEAK_NG
    }
  }

  @Override
  public String toString() {
    return "SyntheticCaller[" + answers.size() + " answers]";
  }
}
