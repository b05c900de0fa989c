package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.lab.EndpointingReport.Figures;
import dev.frontdesk.voice.EndpointingPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabEndpointingTest {
  private static List<EndpointingTurn> play(EndpointingPolicy policy, String... lines) {
    var calls = LabelledCall.read("set", "= one\n" + String.join("\n", lines));
    return EndpointingCall.play(calls.getFirst(), policy);
  }

  @Test
  void a_pause_after_words_that_could_stand_cuts_off_only_where_patience_is_shorter() {
    var line = "YES_OR_NO | Yes [500] at three on Tuesday";

    assertThat(play(EndpointingPolicy.AGGRESSIVE, line).getFirst().cutOff()).isTrue();
    assertThat(play(EndpointingPolicy.CONSERVATIVE, line).getFirst().cutOff()).isFalse();
  }

  @Test
  void the_delay_counts_from_the_last_sound() {
    var turns =
        play(
            EndpointingPolicy.BALANCED, "ANYTHING | A haircut please", "NAME | Dana Whitfield");

    assertThat(turns).hasSize(2);
    assertThat(turns)
        .allSatisfy(turn -> assertThat(turn.delayMs()).isBetween(350L, 380L))
        .noneMatch(EndpointingTurn::needlessWait);
  }

  @Test
  void words_that_trail_off_are_a_needless_wait_when_nothing_follows() {
    var turns = play(EndpointingPolicy.CONSERVATIVE, "ANYTHING | I would like to");

    assertThat(turns.getFirst().needlessWait()).isTrue();
  }

  @Test
  void a_caller_may_ask_for_a_moment_and_then_go_on() {
    var turns =
        play(EndpointingPolicy.BALANCED, "DATE_OR_TIME | Hold on", "DATE_OR_TIME | Friday please");

    assertThat(turns).hasSize(2).noneMatch(EndpointingTurn::cutOff);
  }

  @Test
  void the_same_set_gives_the_same_figures() {
    var few = LabelledCall.shipped().subList(0, 2);

    var once = LabEndpointing.measure(few);

    assertThat(once.policies()).extracting(Figures::policy)
        .containsExactly(EndpointingPolicy.values());
    assertThat(LabEndpointing.measure(few)).isEqualTo(once);
    assertThat(once.toJson()).contains("\"needlessWaits\"", "\"p95\"");
  }

  @Test
  void the_shipped_set_is_large_enough_to_tell_policies_apart() {
    var turns = LabelledCall.shipped().stream().mapToInt(call -> call.turns().size()).sum();

    assertThat(turns).isGreaterThanOrEqualTo(60);
  }

  @Test
  void a_mistake_in_the_set_names_file_and_line() {
    assertThatThrownBy(() -> LabelledCall.read("set", "= one\nNAME | Dana [300]"))
        .hasMessageContaining("set:2")
        .hasMessageContaining("between them");
    assertThatThrownBy(() -> LabelledCall.read("set", "= one\n\nSHOE_SIZE | nine"))
        .hasMessageContaining("set:3");
  }
}
