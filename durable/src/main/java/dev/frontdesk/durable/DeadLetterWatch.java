package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;

/// Raises an alarm when an organisation's dead letters are too many or have lain too long, and
/// clears it when they are mended.
final class DeadLetterWatch {
  static final String ALARM = "dead-letters.growing";
  static final String SUBJECT = "dead-letters";

  private final DeadLetters letters;
  private final Alarms alarms;
  private final RunnerSettings settings;

  DeadLetterWatch(DeadLetters letters, Alarms alarms, RunnerSettings settings) {
    this.letters = letters;
    this.alarms = alarms;
    this.settings = settings;
  }

  void look(OrgId org, Instant now) {
    var count = letters.count(org);
    var age = count.oldest().map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    var tooMany = count.dead() >= settings.deadLetters();
    var tooOld = count.dead() > 0 && age.compareTo(settings.deadFor()) >= 0;
    if (tooMany || tooOld) {
      alarms.raise(new Alarm(org, ALARM, SUBJECT, text(count.dead(), age), now));
    } else {
      alarms.clear(org, ALARM, SUBJECT, now);
    }
  }

  private static String text(int dead, Duration age) {
    return "%d job%s given up, the oldest %d minutes ago: see GET /dead-letters"
        .formatted(dead, dead == 1 ? " was" : "s were", age.toMinutes());
  }
}
