package dev.frontdesk.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterWatchTest {
  private static final OrgId ORG = new OrgId("org");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final FakeAlarms alarms = new FakeAlarms();
  private DeadLetters.Count count = new DeadLetters.Count(0, Optional.empty());
  private final DeadLetterWatch watch =
      new DeadLetterWatch(new OnlyCounts(), alarms, RunnerSettings.DEFAULT);

  @Test
  void an_alarm_stands_from_the_tenth_letter_until_they_are_fewer() {
    letters(9, NOW);
    assertThat(alarms.standing(ORG)).isEmpty();

    letters(10, NOW);
    assertThat(alarms.standing(ORG))
        .extracting(Alarm::kind)
        .containsExactly("dead-letters.growing");

    letters(9, NOW);
    assertThat(alarms.standing(ORG)).isEmpty();
  }

  @Test
  void one_letter_is_enough_when_it_has_lain_for_an_hour() {
    letters(1, NOW.minus(Duration.ofMinutes(59)));
    assertThat(alarms.standing(ORG)).isEmpty();

    letters(1, NOW.minus(Duration.ofMinutes(60)));
    assertThat(alarms.standing(ORG)).extracting(Alarm::text)
        .containsExactly("1 job was given up, the oldest 60 minutes ago: see GET /dead-letters");
  }

  private void letters(int dead, Instant oldest) {
    count = new DeadLetters.Count(dead, Optional.of(oldest));
    watch.look(ORG, NOW);
  }

  private final class OnlyCounts implements DeadLetters {
    @Override
    public Count count(OrgId org) {
      return count;
    }

    @Override
    public List<JobRecord> list(OrgId org, Filter filter, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<JobRecord> find(OrgId org, String jobId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AttemptRecord> attempts(OrgId org, String jobId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean retry(OrgId org, String jobId, Edit edit, By by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int retryAll(OrgId org, Filter filter, int limit, double perSecond, By by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean cancel(OrgId org, String jobId, String reason, By by) {
      throw new UnsupportedOperationException();
    }
  }
}
