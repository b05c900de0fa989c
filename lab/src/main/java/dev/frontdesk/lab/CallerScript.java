package dev.frontdesk.lab;

import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.lab.CallerAct.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mind of a synthetic caller: what the agent said since the caller last acted → what the
/// caller does now. Immutable; each step gives the script to go on with.
final class CallerScript {
  /// Longer conversations have gone wrong; the caller gives up.
  static final int MOST_TURNS = 60;

  static final int MOST_OTHERWISE = 3;

  private final SyntheticCaller caller;
  private final List<Integer> used;
  private final int otherwiseInARow;
  private final int turns;
  private final boolean opened;

  private CallerScript(
      SyntheticCaller caller, List<Integer> used, int otherwiseInARow, int turns, boolean opened) {
    this.caller = caller;
    this.used = List.copyOf(used);
    this.otherwiseInARow = otherwiseInARow;
    this.turns = turns;
    this.opened = opened;
  }

  static CallerScript of(SyntheticCaller caller) {
    var unused = caller.answers().stream().map(_ -> 0).toList();
    return new CallerScript(caller, unused, 0, 0, false);
  }

  /// @param act   what the caller does
  /// @param after the script from then on
  record Step(CallerAct act, CallerScript after) {}

  /// How often the caller has spoken or pressed keys.
  int turns() {
    return turns;
  }

  /// The agent has stopped speaking and it is the caller's turn.
  ///
  /// @param agentSaid the utterances since the caller last acted, in order; a caller who waits
  ///     waits only for more than the last of them
  Step answer(List<String> agentSaid) {
    if (!opened) {
      return open();
    }
    for (int i = 0; i < used.size(); i++) {
      if (isUsable(i) && fits(caller.answers().get(i), agentSaid)) {
        return use(i);
      }
    }
    if (otherwiseInARow == MOST_OTHERWISE || turns == MOST_TURNS) {
      return new Step(new CallerAct.HangsUp(), this);
    }
    var puzzled = new CallerScript(caller, used, otherwiseInARow + 1, turns + 1, true);
    return new Step(new Answers(Duration.ZERO, caller.otherwise(), "", false), puzzled);
  }

  /// How long after the newest utterance began to sound the caller interrupts it; empty when they
  /// will hear it out.
  Optional<Duration> bargeIn(List<String> agentSaid) {
    if (!opened) {
      return Optional.empty();
    }
    for (int i = 0; i < used.size(); i++) {
      if (isUsable(i) && fits(caller.answers().get(i), agentSaid)) {
        return caller.answers().get(i).bargeIn();
      }
    }
    return Optional.empty();
  }

  private Step open() {
    boolean speaks = !caller.opens().isEmpty();
    var after = new CallerScript(caller, used, 0, speaks ? 1 : 0, true);
    return new Step(
        speaks ? new Answers(Duration.ZERO, caller.opens(), "", false) : new CallerAct.Waits(),
        after);
  }

  private Step use(int index) {
    var answer = caller.answers().get(index);
    var counts = new ArrayList<>(used);
    counts.set(index, counts.get(index) + 1);
    boolean acts = !answer.say().isEmpty() || !answer.press().isEmpty();
    var after = new CallerScript(caller, counts, 0, turns + (acts ? 1 : 0), true);
    return new Step(
        switch (answer.stay()) {
          case Stay.UntilAgentSpeaks _ -> new CallerAct.Waits();
          case Stay.For(var silence) -> answers(answer, silence);
          case Stay.None _ -> answers(answer, Duration.ZERO);
        },
        after);
  }

  private static Answers answers(Answer answer, Duration pause) {
    return new Answers(pause, answer.say(), answer.press(), answer.hangUp());
  }

  private boolean isUsable(int index) {
    return used.get(index) < caller.answers().get(index).times();
  }

  private static boolean fits(Answer answer, List<String> agentSaid) {
    if (agentSaid.isEmpty()) {
      return false;
    }
    return answer.stay() instanceof Stay.UntilAgentSpeaks
        ? answer.fits(agentSaid.getLast())
        : answer.fits(String.join(" ", agentSaid));
  }
}
