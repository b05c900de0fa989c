package dev.frontdesk.storage;

import static dev.frontdesk.storage.TestStorage.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.durable.IntegrationPolicy.Rate;
import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedRatesTest {
  private static final Rate FOUR_A_SECOND = new Rate(4, 3);

  private final SettableClock clock = new SettableClock(NINE);
  private final Storage one = TestStorage.anotherNode(clock);
  private final Storage other = TestStorage.anotherNode(clock);
  private final OrgId org = new OrgId("rates-" + System.nanoTime());

  @Test
  void a_burst_goes_at_once_then_one_at_a_time() {
    assertThat(IntStream.range(0, 4).mapToObj(_ -> take(one)))
        .containsExactly(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(250));

    clock.advance(Duration.ofMillis(200));
    assertThat(take(one)).isEqualTo(Duration.ofMillis(50));
    clock.advance(Duration.ofMillis(50));
    assertThat(take(one)).isZero();
    assertThat(take(one)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void a_quiet_time_gives_back_a_burst_and_no_more() {
    Stream.generate(() -> take(one)).limit(4).forEach(_ -> {});
    clock.advance(Duration.ofHours(1));

    assertThat(Stream.generate(() -> take(one)).limit(4).filter(Duration::isZero)).hasSize(3);
  }

  @Test
  void nodes_take_from_the_same_and_organisations_and_integrations_from_their_own()
      throws Exception {
    List<Callable<Duration>> takers =
        IntStream.range(0, 20)
            .<Callable<Duration>>mapToObj(i -> () -> take(i % 2 == 0 ? one : other))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waits = threads.invokeAll(takers).stream().map(taken -> taken.resultNow()).toList();
      assertThat(waits).filteredOn(Duration::isZero).hasSize(3);
    }

    var rates = one.work().rates();
    assertThat(rates.take(org, "airtable", FOUR_A_SECOND)).isZero();
    assertThat(rates.take(new OrgId(org.value() + "-b"), "sms", FOUR_A_SECOND)).isZero();
  }

  private Duration take(Storage node) {
    return node.work().rates().take(org, "sms", FOUR_A_SECOND);
  }
}
