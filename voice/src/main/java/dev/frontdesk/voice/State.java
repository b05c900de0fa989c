package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.Agent.KeyPlan;
import dev.frontdesk.voice.spi.Agent.Next;
import dev.frontdesk.voice.spi.AskedDetail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the reducer remembers of a conversation.
///
/// @param epoch    rises whenever what is under way is no longer wanted
/// @param turn     exchanges so far, the greeting being 0
/// @param asked    what the caller is expected to say
/// @param keys     keys collected, or typed ahead of the question
/// @param silences in a row
/// @param pace     how this caller pauses
/// @param timeUp   the agent is still to be told that the longest call is nearly over
/// @param spoken   utterances given to speak, over the whole conversation
/// @param ending   why we are closing, once we are
/// @param directed what was asked for from outside
/// @param ahead    what the agent is thinking about before the caller's turn is over
record State(
    Floor floor,
    int epoch,
    int turn,
    Caller caller,
    Answer answer,
    Asked asked,
    String keys,
    int silences,
    Pace pace,
    boolean timeUp,
    int spoken,
    @Nullable Ending ending,
    Directed directed,
    Ahead ahead) {

  static final State START =
      new State(
          Floor.TABLE.initial(), 0, -1, Caller.SILENT, Answer.NONE, Asked.OPEN, "", 0, Pace.START,
          false, 0, null, Directed.NOTHING, Ahead.NOTHING);

  /// The agent's answer.
  ///
  /// @param running  `respond` has not returned
  /// @param spoke    it has said words, fillers aside
  /// @param playing  something given to speak has not been heard to its end
  /// @param fillers  how many of ours were said
  /// @param next     how it handed the floor on, once it has
  /// @param firm     the caller may not cut it off
  record Answer(
      boolean running,
      boolean spoke,
      boolean playing,
      int fillers,
      @Nullable Next next,
      boolean firm) {
    static final Answer NONE = new Answer(false, false, false, 0, null, false);
    static final Answer ASKED = new Answer(true, false, false, 0, null, false);

    Answer saying(boolean filler) {
      return new Answer(running, spoke || !filler, true, fillers, next, firm);
    }

    Answer filled() {
      return new Answer(running, spoke, true, fillers + 1, next, firm);
    }

    Answer dry() {
      return new Answer(running, spoke, false, fillers, next, firm);
    }

    Answer handedOn(Next to) {
      return new Answer(running, spoke, playing, fillers, to, firm);
    }

    Answer returned() {
      return new Answer(false, spoke, playing, fillers, next, firm);
    }
  }

  /// What the caller is expected to say.
  record Asked(AskedDetail detail, KeyPlan keys, boolean waiting) {
    static final Asked OPEN = new Asked(AskedDetail.ANYTHING, KeyPlan.ONE, false);

    /// Whether "okay" and "mhm" are answers to it.
    boolean wantsAssent() {
      return detail == AskedDetail.YES_OR_NO || detail == AskedDetail.CHOICE;
    }
  }

  /// What was asked for from outside.
  ///
  /// @param waiting words to be spoken once nobody speaks
  record Directed(boolean agentMuted, boolean callerMuted, List<Directive.Say> waiting) {
    static final Directed NOTHING = new Directed(false, false, List.of());

    Directed agentMuted(boolean muted) {
      return new Directed(muted, callerMuted, muted ? List.of() : waiting);
    }

    Directed callerMuted(boolean muted) {
      return new Directed(agentMuted, muted, waiting);
    }

    Directed and(Directive.Say say) {
      var more = new ArrayList<>(waiting);
      more.add(say);
      return new Directed(agentMuted, callerMuted, List.copyOf(more));
    }

    Directed withoutFirst() {
      return new Directed(agentMuted, callerMuted, waiting.subList(1, waiting.size()));
    }
  }

  /// What the agent thinks about ahead.
  ///
  /// @param last  the number of the last thought begun; they count over the whole conversation
  /// @param words what it is about; blank when there is none
  /// @param tries how many were begun for this turn
  record Ahead(int last, String words, int tries) {
    static final Ahead NOTHING = new Ahead(0, "", 0);

    Ahead about(String text) {
      return new Ahead(last + 1, text, tries + 1);
    }

    Ahead forgotten() {
      return new Ahead(last, "", tries);
    }

    Ahead turnOver() {
      return new Ahead(last, "", 0);
    }

    @Override
    public String toString() {
      return "Ahead[" + last + ", tries=" + tries + "]"; // not what was said
    }
  }

  State with(Floor changed) {
    return new State(
        changed, epoch, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State with(Caller changed) {
    return new State(
        floor, epoch, turn, changed, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State with(Answer changed) {
    return new State(
        floor, epoch, turn, caller, changed, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State with(Asked changed) {
    return new State(
        floor, epoch, turn, caller, answer, changed, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State with(Pace changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, changed, timeUp, spoken,
        ending, directed, ahead);
  }

  State with(Directed changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, changed, ahead);
  }

  State with(Ahead changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, changed);
  }

  State withKeys(String changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, changed, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State withSilences(int changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, changed, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State withTimeUp(boolean changed) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, pace, changed, spoken,
        ending, directed, ahead);
  }

  State closing(Ending why) {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        why, directed, ahead);
  }

  State nextEpoch() {
    return new State(
        floor, epoch + 1, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State nextTurn() {
    return new State(
        floor, epoch, turn + 1, caller, answer, asked, keys, silences, pace, timeUp, spoken,
        ending, directed, ahead);
  }

  State nextSpoken() {
    return new State(
        floor, epoch, turn, caller, answer, asked, keys, silences, pace, timeUp, spoken + 1,
        ending, directed, ahead);
  }

  @Override
  public String toString() {
    return "State[" + floor + ", epoch=" + epoch + ", turn=" + turn + "]"; // keys stay out of logs
  }
}
