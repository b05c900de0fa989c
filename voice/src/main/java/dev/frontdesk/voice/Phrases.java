package dev.frontdesk.voice;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// What the voice room itself says when the agent has no words: read from
/// `phrases_LANGUAGE.properties` beside this class.
///
/// @param fillers      said in turn while an answer takes time
/// @param apology      said once when the agent failed, before the call is handed on or ended
/// @param cannotHear   said once when no recogniser can be reached
/// @param timeIsUp     said when the longest call allowed is over
public record Phrases(List<String> fillers, String apology, String cannotHear, String timeIsUp) {
  public Phrases {
    fillers = List.copyOf(fillers);
    if (fillers.isEmpty()) {
      throw new IllegalArgumentException("at least one filler is needed");
    }
  }

  /// The phrases for `language`, English where there are none.
  public static Phrases in(Locale language) {
    var bundle = bundle(language);
    return new Phrases(
        List.of(bundle.getString("fillers").split("\\s*\\|\\s*")),
        bundle.getString("apology"),
        bundle.getString("cannotHear"),
        bundle.getString("timeIsUp"));
  }

  private static ResourceBundle bundle(Locale language) {
    var none =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    try {
      return ResourceBundle.getBundle("dev.frontdesk.voice.phrases", language, none);
    } catch (MissingResourceException _) {
      return ResourceBundle.getBundle("dev.frontdesk.voice.phrases", Locale.ENGLISH, none);
    }
  }
}
