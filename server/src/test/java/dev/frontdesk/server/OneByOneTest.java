package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.CallId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneByOneTest {
  private static final CallId CALL = new CallId("c1");

  @Test
  void the_work_of_one_call_is_done_in_order() {
    List<Integer> done = new CopyOnWriteArrayList<>();

    try (var line = new OneByOne()) {
      IntStream.range(0, 500).forEach(i -> line.submit(CALL, () -> done.add(i)));
    }

    assertThat(done).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void a_failure_is_counted_and_stops_nothing() {
    List<String> done = new CopyOnWriteArrayList<>();
    var line = new OneByOne();

    line.submit(
        CALL,
        () -> {
          throw new IllegalStateException("the database is away");
        });
    line.submit(CALL, () -> done.add("later"));
    line.close();

    assertThat(done).containsExactly("later");
    assertThat(line.failed()).isEqualTo(1);
  }

  @Test
  void one_call_does_not_wait_for_another() throws InterruptedException {
    var stuck = new CountDownLatch(1);
    var other = new CountDownLatch(1);
    try (var line = new OneByOne()) {
      line.submit(CALL, () -> await(stuck));
      line.submit(new CallId("c2"), other::countDown);

      assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
      stuck.countDown();
    }
  }

  @Test
  void a_call_that_is_too_far_behind_loses_its_newest_work() {
    var stuck = new CountDownLatch(1);
    var line = new OneByOne();
    line.submit(CALL, () -> await(stuck));

    for (int i = 0; i < OneByOne.MOST_WAITING + 2; i++) {
      line.submit(CALL, () -> {});
    }
    stuck.countDown();
    line.close();

    assertThat(line.dropped()).isBetween(2L, 3L);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
