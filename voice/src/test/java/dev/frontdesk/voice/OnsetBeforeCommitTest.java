package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnsetBeforeCommitTest {
  private final Scene scene = new Scene();

  @Test
  void a_caller_who_goes_on_just_before_the_turn_would_be_over_keeps_it() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0).says("On Monday").pass(2 * Scene.WORD_MS + 300);

    scene.says("no sorry on Tuesday");
    var taken = scene.await(ConversationEvent.TurnTaken.class);

    assertThat(taken.text().text()).isEqualTo("On Monday no sorry on Tuesday");
  }

  @Test
  void a_click_at_the_end_of_a_turn_does_not_hold_it_up_for_longer_than_the_onset() {
    scene.agent.says("Hello.");
    scene.open().untilListening(0).says("On Monday please").pass(3 * Scene.WORD_MS + 330);

    scene.sounds(40);
    var taken = scene.await(ConversationEvent.TurnTaken.class);

    assertThat(taken.waitedMs()).isBetween(350L, 470L);
  }
}
