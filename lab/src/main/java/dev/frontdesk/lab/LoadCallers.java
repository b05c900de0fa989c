package dev.frontdesk.lab;

import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.SyntheticCaller.CallerVoice;
import dev.frontdesk.lab.SyntheticCaller.Rings;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Who phones under load, and the business they phone.
final class LoadCallers {
  static final PhoneNumber NUMBER = new PhoneNumber("+15005550006");
  static final String BREAKS_IN = "No, wait, make it four p.m.";

  private static final int DAYS = 5;

  /// Of so many callers, the first breaks into what the agent reads back.
  private static final int BREAKS_IN_EVERY = 5;

  private static final List<String> HOURS =
      List.of("nine a.m.", "ten a.m.", "eleven a.m.", "one p.m.", "two p.m.", "three p.m.");

  private LoadCallers() {}

  /// Records one caller of each kind: by the time asked for, and whether they break in.
  static List<CallerSounds> record(CallerStudio studio)
      throws SynthesisFailed, InterruptedException {
    var sounds = new ArrayList<CallerSounds>();
    for (int i = 0; i < HOURS.size() * DAYS * BREAKS_IN_EVERY; i++) {
      sounds.add(studio.record(caller(i, 0), AudioFormat.PHONE));
    }
    return sounds;
  }

  /// Says the next line whenever the agent has finished one. Each calls for the first time, or the
  /// agent would know their name and not ask.
  static SyntheticCaller caller(int number, int stranger) {
    var answers = new ArrayList<Answer>();
    for (var line :
        List.of(
            "A haircut please.",
            wish(number),
            "It's Dana Whitfield.")) {
      answers.add(answer(line, false));
    }
    if (number % BREAKS_IN_EVERY == 0) {
      answers.add(breaksIn());
    }
    answers.add(answer("Yes please.", false));
    answers.add(answer("No, thanks, bye.", false));
    answers.add(answer("", true));
    return new SyntheticCaller(
        Optional.of(new PhoneNumber("+1415%07d".formatted(5_550_000 + stranger))),
        CallerVoice.DEFAULT,
        "I'd like to make an appointment.",
        answers,
        SyntheticCaller.OTHERWISE,
        OptionalDouble.empty(),
        Rings.TOGETHER);
  }

  /// Callers spread over the hours of the next days, as they do.
  private static String wish(int number) {
    int day = 1 + number / HOURS.size() % DAYS;
    var name = LocalDate.now(ZoneOffset.UTC).plusDays(day).getDayOfWeek();
    return "On " + name.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " at "
        + HOURS.get(number % HOURS.size());
  }

  private static Answer breaksIn() {
    var soon = Optional.of(Duration.ofMillis(1_500));
    return new Answer(Pattern.compile(""), BREAKS_IN, "", soon, new Stay.None(), 1, false);
  }

  private static Answer answer(String line, boolean hangUp) {
    var anything = Pattern.compile("");
    return new Answer(anything, line, "", Optional.empty(), new Stay.None(), 1, hangUp);
  }

  /// Enough chairs for everyone at the same time.
  static String organisation() {
    var text =
        new StringBuilder(
            """
            organisations:
              - id: load
                numbers: ["%s"]
                concurrentCalls: 10000
                organisation: {name: Load Barbers, timeZone: Etc/UTC}
                services:
                  - {id: haircut, name: Haircut, minutes: 30, capacity: 50}
                  - {id: colour, name: Colour, minutes: 60, capacity: 50}
                resources:
            """
                .formatted(NUMBER.e164()));
    for (int i = 0; i < 10; i++) {
      text.append(
          "      - {id: r%d, name: Resource %d, schedule: {mon-sun: [\"00:00-24:00\"]}}\n"
              .formatted(i, i));
    }
    return text.toString();
  }
}
