package dev.frontdesk.lab;

import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.SyntheticCaller.CallerVoice;
import dev.frontdesk.lab.SyntheticCaller.Rings;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Reads a scenario's `caller` (and `moreCallers`).
final class CallerReader {
  private static final int LONGEST_MS = 120_000;

  private CallerReader() {}

  static SyntheticCaller first(StrictYaml yaml) {
    yaml.only("phone", "voice", "opens", "answers", "otherwise", "noise");
    return caller(yaml, Rings.TOGETHER);
  }

  static SyntheticCaller further(StrictYaml yaml) {
    yaml.only("phone", "voice", "opens", "answers", "otherwise", "noise", "rings");
    var rings =
        yaml.required("rings")
            .as(
                "together or after",
                text ->
                    switch (text) {
                      case "together" -> Rings.TOGETHER;
                      case "after" -> Rings.AFTER;
                      default -> throw new IllegalArgumentException();
                    });
    return caller(yaml, rings);
  }

  private static SyntheticCaller caller(StrictYaml yaml, Rings rings) {
    return new SyntheticCaller(
        yaml.optional("phone").map(CallerReader::phone),
        yaml.optional("voice").map(CallerReader::voice).orElse(CallerVoice.DEFAULT),
        yaml.required("opens").text().strip(),
        yaml.itemsOf("answers").stream().map(CallerReader::answer).toList(),
        yaml.optional("otherwise").map(StrictYaml::text).orElse(SyntheticCaller.OTHERWISE),
        noise(yaml),
        rings);
  }

  static PhoneNumber phone(StrictYaml yaml) {
    return yaml.as("a number such as \"+14155550123\"", PhoneNumber::new);
  }

  /// @throws dev.frontdesk.server.BadFileException where the expression is broken
  static Pattern pattern(StrictYaml yaml) {
    return yaml.as(
        "a regular expression",
        text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static CallerVoice voice(StrictYaml yaml) {
    yaml.only("engine", "rate");
    var engine =
        yaml.optional("engine")
            .map(
                name ->
                    name.as(
                        "freetts or espeak-ng",
                        text ->
                            switch (text) {
                              case "freetts" -> CallerVoice.Engine.FREETTS;
                              case "espeak-ng" -> CallerVoice.Engine.ESPEAK_NG;
                              default -> throw new IllegalArgumentException();
                            }));
    var rate = yaml.optional("rate").map(words -> words.whole(60, 400));
    return new CallerVoice(
        engine.orElse(CallerVoice.DEFAULT.engine()),
        rate.orElse(CallerVoice.DEFAULT.wordsPerMinute()));
  }

  private static OptionalDouble noise(StrictYaml yaml) {
    var noise = yaml.optional("noise").map(level -> level.only("snrDb").required("snrDb"));
    return noise.isPresent()
        ? OptionalDouble.of(noise.get().number(-20, 80))
        : OptionalDouble.empty();
  }

  private static Answer answer(StrictYaml yaml) {
    yaml.only(
        "when", "say", "press", "bargeInAfterMs", "wait", "silenceMs", "times", "hangUp");
    var press = yaml.optional("press").map(StrictYaml::text);
    try {
      return new Answer(
          pattern(yaml.required("when")),
          yaml.optional("say").map(StrictYaml::text).orElse("").strip(),
          press.orElse("").replace(" ", ""),
          yaml.optional("bargeInAfterMs").map(CallerReader::millis),
          stay(yaml),
          yaml.optional("times").map(times -> times.whole(1, 1_000)).orElse(Integer.MAX_VALUE),
          yaml.optional("hangUp").map(StrictYaml::flag).orElse(false));
    } catch (IllegalArgumentException e) {
      throw yaml.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Stay stay(StrictYaml yaml) {
    boolean waits = yaml.optional("wait").map(StrictYaml::flag).orElse(false);
    var silence = yaml.optional("silenceMs").map(CallerReader::millis);
    if (waits && silence.isPresent()) {
      throw yaml.wrong("either waits or is silent for some time");
    }
    if (waits) {
      return new Stay.UntilAgentSpeaks();
    }
    return silence.isPresent() ? new Stay.For(silence.get()) : new Stay.None();
  }

  private static Duration millis(StrictYaml yaml) {
    return Duration.ofMillis(yaml.whole(0, LONGEST_MS));
  }
}
