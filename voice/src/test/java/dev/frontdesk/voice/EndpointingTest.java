package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.Endpointing.Verdict;
import dev.frontdesk.voice.spi.AskedDetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointingTest {
  private static final long LATE = 350;
  private static final long STOPPED = 1_000;

  @ParameterizedTest
  @CsvSource({"CONSERVATIVE,700", "BALANCED,350", "AGGRESSIVE,200", "ADAPTIVE,350"})
  void words_that_can_stand_end_the_turn_after_the_policys_silence(
      EndpointingPolicy policy, long patience) {
    var said = settled("Tuesday at three.");

    assertThat(judge(policy, said, STOPPED + patience - 1))
        .isEqualTo(new Verdict.Wait(STOPPED + patience, patience));
    assertThat(judge(policy, said, STOPPED + patience)).isEqualTo(new Verdict.Commit(patience));
  }

  @ParameterizedTest
  @CsvSource({"CONSERVATIVE,2000", "BALANCED,1400", "AGGRESSIVE,900", "ADAPTIVE,1400"})
  void words_that_trail_off_are_waited_for(EndpointingPolicy policy, long patience) {
    assertThat(judge(policy, settled("I'd like to"), STOPPED + patience - 1))
        .isInstanceOf(Verdict.Wait.class);
    assertThat(judge(policy, settled("I'd like to"), STOPPED + patience))
        .isInstanceOf(Verdict.Commit.class);
  }

  @Test
  void words_that_may_still_change_wait_for_a_late_final() {
    var guessed = sounded().interim("Tuesday", STOPPED + 50, false);

    assertThat(judge(EndpointingPolicy.AGGRESSIVE, guessed, STOPPED + 349))
        .isInstanceOf(Verdict.Wait.class);
    assertThat(judge(EndpointingPolicy.AGGRESSIVE, guessed, STOPPED + LATE))
        .isInstanceOf(Verdict.Commit.class);
  }

  @Test
  void a_sound_without_words_is_discarded() {
    assertThat(judge(EndpointingPolicy.BALANCED, sounded(), STOPPED + 699))
        .isInstanceOf(Verdict.Wait.class);
    assertThat(judge(EndpointingPolicy.BALANCED, sounded(), STOPPED + 700))
        .isInstanceOf(Verdict.Discard.class);
  }

  @Test
  void nothing_is_decided_while_there_is_sound() {
    var sounding = settled("Tuesday").soundBegan(STOPPED + 300, false);

    assertThat(judge(EndpointingPolicy.BALANCED, sounding, STOPPED + 5_000))
        .isInstanceOf(Verdict.Idle.class);
  }

  @Test
  void the_recognisers_own_end_of_turn_counts_unless_the_words_trail_off() {
    var done = sounded().settle("Tuesday at three.", STOPPED + 10, true, true);
    var trailing = sounded().settle("Tuesday at", STOPPED + 10, true, true);

    assertThat(judge(EndpointingPolicy.BALANCED, done, STOPPED + 10))
        .isEqualTo(new Verdict.Commit(0));
    assertThat(judge(EndpointingPolicy.BALANCED, trailing, STOPPED + 10))
        .isEqualTo(new Verdict.Wait(STOPPED + 700, 700));
  }

  @Test
  void dictated_groups_get_more_time() {
    var endpointing = new Endpointing(EndpointingPolicy.BALANCED, LATE);
    var group = settled("four one five");

    assertThat(endpointing.patience(group, AskedDetail.PHONE_NUMBER, Pace.START))
        .isEqualTo(1_900);
    var whole = settled("four one five five five five zero one two three");
    assertThat(endpointing.patience(whole, AskedDetail.PHONE_NUMBER, Pace.START)).isEqualTo(350);
  }

  @Test
  void the_adaptive_policy_learns_a_callers_pauses() {
    var endpointing = new Endpointing(EndpointingPolicy.ADAPTIVE, LATE);
    var said = settled("Tuesday at three.");
    var slow = Pace.START.paused(600, true).paused(600, true).paused(600, true);
    var quick = Pace.START.smooth().smooth().smooth();

    assertThat(endpointing.patience(said, AskedDetail.ANYTHING, slow)).isGreaterThan(500);
    assertThat(endpointing.patience(said, AskedDetail.ANYTHING, Pace.START.cutOff()))
        .isEqualTo(550);
    assertThat(endpointing.patience(said, AskedDetail.ANYTHING, quick)).isBetween(250L, 349L);
  }

  @Test
  void pauses_after_half_sentences_leave_quick_answers_quick() {
    var endpointing = new Endpointing(EndpointingPolicy.ADAPTIVE, LATE);
    var thinks = Pace.START.paused(900, false).paused(900, false).paused(900, false);

    assertThat(endpointing.patience(settled("Tuesday at three."), AskedDetail.ANYTHING, thinks))
        .isLessThan(550);
    assertThat(endpointing.patience(settled("I'd like to"), AskedDetail.ANYTHING, thinks))
        .isGreaterThan(1_800);
  }

  @Test
  void what_is_usually_only_the_beginning_is_given_a_little_longer() {
    var endpointing = new Endpointing(EndpointingPolicy.BALANCED, LATE);

    assertThat(endpointing.patience(settled("Good morning."), AskedDetail.ANYTHING, Pace.START))
        .isEqualTo(700);
    assertThat(endpointing.patience(settled("No."), AskedDetail.YES_OR_NO, Pace.START))
        .isEqualTo(700);
    assertThat(endpointing.patience(settled("No bye."), AskedDetail.ANYTHING, Pace.START))
        .isEqualTo(350);
    assertThat(endpointing.patience(settled("It's Margaret."), AskedDetail.NAME, Pace.START))
        .isEqualTo(700);
    assertThat(
            endpointing.patience(settled("Margaret Ellis."), AskedDetail.NAME, Pace.START))
        .isEqualTo(350);
    assertThat(endpointing.patience(settled("On Monday"), AskedDetail.DATE_OR_TIME, Pace.START))
        .isEqualTo(700);
    assertThat(
            endpointing.patience(
                settled("On Monday at ten"), AskedDetail.DATE_OR_TIME, Pace.START))
        .isEqualTo(350);
  }

  private static Verdict judge(EndpointingPolicy policy, Caller caller, long nowMs) {
    return new Endpointing(policy, LATE).judge(caller, AskedDetail.ANYTHING, Pace.START, nowMs);
  }

  private static Caller sounded() {
    return Caller.SILENT.soundBegan(0, false).soundEnded(STOPPED);
  }

  private static Caller settled(String text) {
    return sounded().settle(text, STOPPED + 100, false, false);
  }
}
