package dev.frontdesk.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Flux's manners: turns with a beginning, updates, an early end that may be taken back, an end.
/// It is as sure that a turn is over as the silence after it is long.
final class DeepgramFlux implements DeepgramSpeech {
  private static final int UPDATE_EVERY_MS = 250;

  /// Silence after which it is as sure as can be; it grows surer in proportion.
  private static final int CERTAIN_AFTER_MS = 600;

  private final DeepgramLatency latency;
  private final SimulatedHearing hearing;
  private final Out out;
  private final List<ClipWord> words = new ArrayList<>();
  private double threshold;
  private double eagerThreshold;
  private int timeoutMs;
  private long sequence = 1;
  private int turn;
  private int turnStartMs;
  private int updateAtMs;
  private boolean eager;

  DeepgramFlux(
      DeepgramRequest request, DeepgramLatency latency, SimulatedHearing hearing, Out out) {
    this.latency = latency;
    this.hearing = hearing;
    this.out = out;
    configure(request.threshold(), request.eagerThreshold(), request.timeoutMs());
  }

  /// @throws IllegalArgumentException when a value is out of its range; nothing changes then
  void configure(double sure, double early, int timeout) {
    if (sure < 0.5 || sure > 1 || early != 0 && (early < 0.3 || early > 0.9 || early > sure)) {
      throw new IllegalArgumentException("threshold out of range");
    }
    if (timeout < 500 || timeout > 60_000) {
      throw new IllegalArgumentException("eot_timeout_ms out of range");
    }
    threshold = sure;
    eagerThreshold = early;
    timeoutMs = timeout;
  }

  double threshold() {
    return threshold;
  }

  double eagerThreshold() {
    return eagerThreshold;
  }

  int timeoutMs() {
    return timeoutMs;
  }

  @Override
  public void hear(byte[] bytes, int length) {
    hearing.hear(bytes, 0, length);
    take(hearing.takeWords());
    if (words.isEmpty()) {
      return;
    }
    double sure = Math.min(1, hearing.silentMs() / (double) CERTAIN_AFTER_MS);
    boolean ends = threshold < 1 && sure >= threshold || hearing.silentMs() >= timeoutMs;
    if (!eager && eagerThreshold > 0 && sure >= eagerThreshold) {
      eager = true;
      say("EagerEndOfTurn", sure, "", latency.finality());
    }
    if (ends) {
      endTurn(sure, "model", latency.finality());
    } else if (heardMs() - updateAtMs >= UPDATE_EVERY_MS) {
      say("Update", sure, "", latency.interim());
    }
  }

  @Override
  public int heardMs() {
    return hearing.heardMs();
  }

  @Override
  public void flush() {
    if (!words.isEmpty()) {
      endTurn(1, "manual", latency.forced());
    }
  }

  @Override
  public void finish() {
    flush();
  }

  private void take(List<ClipWord> heard) {
    if (heard.isEmpty()) {
      return;
    }
    boolean starts = words.isEmpty();
    words.addAll(heard);
    if (starts) {
      turnStartMs = heard.getFirst().startMs();
      say("StartOfTurn", 0, "", latency.interim());
    } else if (eager) {
      eager = false;
      say("TurnResumed", 0, "", latency.interim());
    }
  }

  private void endTurn(double sure, String trigger, Duration delay) {
    say("EndOfTurn", sure, trigger, delay);
    words.clear();
    eager = false;
    turn++;
  }

  private void say(String event, double sure, String trigger, Duration delay) {
    updateAtMs = heardMs();
    out.say(
        DeepgramJson.turn(
            event, sequence++, turn, turnStartMs, heardMs(), words, sure, trigger),
        delay);
  }
}
