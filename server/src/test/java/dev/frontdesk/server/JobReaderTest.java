package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.durable.RunnerSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobReaderTest {
  @Test
  void what_is_not_said_stays_as_it_is() {
    var runner =
        read(
            """
            depth: 500
            integrations:
              airtable: {perSecond: 2, burst: 3, attempts: 4, longestAttempt: PT20S}
            """)
            .runner();

    assertThat(runner.depth()).isEqualTo(500);
    assertThat(runner.concurrency()).isEqualTo(RunnerSettings.DEFAULT.concurrency());
    var airtable = runner.policies().of("airtable");
    assertThat(airtable.rate()).contains(new Rate(2, 3));
    assertThat(airtable.retry().attempts()).isEqualTo(4);
    assertThat(airtable.longestAttempt()).isEqualTo(Duration.ofSeconds(20));
    assertThat(airtable.share())
        .isEqualTo(RunnerSettings.DEFAULT.policies().of("airtable").share());
    assertThat(runner.policies().of("smtp"))
        .isEqualTo(RunnerSettings.DEFAULT.policies().of("smtp"));
  }

  @Test
  void mistakes_name_their_field() {
    assertThatThrownBy(() -> read("depht: 1")).hasMessageContaining("depht");
    assertThatThrownBy(() -> read("integrations: {smtp: {share: 70}}"))
        .hasMessageContaining("smtp")
        .hasMessageContaining("concurrency must be at least share");
    assertThatThrownBy(() -> read("kept: a week"))
        .hasMessageContaining("a length of time such as PT30S");
  }

  private static JobSettings read(String yaml) {
    return JobReader.settings(StrictYaml.parse("jobs.yaml", yaml));
  }
}
