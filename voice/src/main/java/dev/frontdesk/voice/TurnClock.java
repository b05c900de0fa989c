package dev.frontdesk.voice;

import org.jspecify.annotations.Nullable;

/// Takes the times of one turn and makes its latency figures. All in nanoseconds of the loop's
/// clock; the agent's two may come from its own thread.
final class TurnClock {
  private int epoch = -1;
  private long soundNs;
  private double waitMs;
  private volatile Marked started = Marked.NONE;
  private volatile Marked spoke = Marked.NONE;
  private volatile Marked ahead = Marked.NONE;
  private long askedNs;
  private long beganNs;

  private record Marked(int epoch, long atNs) {
    static final Marked NONE = new Marked(-1, 0);
  }

  /// The caller's turn was taken as over.
  void committed(int turnEpoch, long lastSoundNs, long policyWaitMs) {
    epoch = turnEpoch;
    soundNs = lastSoundNs;
    waitMs = policyWaitMs;
    askedNs = -1;
    beganNs = -1;
  }

  void agentStarted(int turnEpoch, long nowNs) {
    started = new Marked(turnEpoch, nowNs);
  }

  /// So much of the agent's thinking was done before it was asked.
  void thoughtAhead(int turnEpoch, long ns) {
    ahead = new Marked(turnEpoch, ns);
  }

  void agentSpoke(int turnEpoch, long nowNs) {
    if (spoke.epoch != turnEpoch) {
      spoke = new Marked(turnEpoch, nowNs);
    }
  }

  /// Voice speaks a filler before the agent said anything.
  void fillerSpoke(int turnEpoch, long nowNs) {
    agentSpoke(turnEpoch, nowNs);
  }

  void speechAsked(int turnEpoch, long nowNs) {
    if (turnEpoch == epoch && askedNs < 0) {
      askedNs = nowNs;
    }
  }

  void speechBegan(int turnEpoch, long nowNs) {
    if (turnEpoch == epoch && beganNs < 0) {
      beganNs = nowNs;
    }
  }

  /// The turn's first frame goes out.
  ///
  /// @return the turn's figures, once; null for a turn the caller did not begin with words
  @Nullable TurnTimings firstFrame(int turnEpoch, long nowNs) {
    if (turnEpoch != epoch || askedNs < 0 || beganNs < 0) {
      return null;
    }
    double language =
        spoke.epoch == epoch && started.epoch == epoch
            ? Math.max(0, (spoke.atNs - started.atNs) / 1e6)
            : 0;
    double saved = ahead.epoch == epoch ? ahead.atNs / 1e6 : 0;
    double speech = (beganNs - askedNs) / 1e6;
    double total = (nowNs - soundNs) / 1e6;
    epoch = -1;
    return new TurnTimings(
        waitMs, language, speech, Math.max(0, total - waitMs - language - speech),
        saved);
  }
}
