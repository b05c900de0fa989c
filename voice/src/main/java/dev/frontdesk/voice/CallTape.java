package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;

/// Places both legs on one timeline for the recorder: the caller's audio by the carrier's time
/// stamps, ours by when the carrier says it was heard. Silent until recording begins.
final class CallTape {
  private final Recorder recorder;
  private final AudioFormat format;
  private final Tally tally;
  private boolean on;
  private boolean closed;
  private double callerEndMs;
  private double agentEndMs;
  private double carrierOffsetMs = Double.NaN;

  CallTape(Recorder recorder, AudioFormat format, Tally tally) {
    this.recorder = recorder;
    this.format = format;
    this.tally = tally;
  }

  void begin() {
    if (!closed && !on) {
      on = true;
      guard(recorder::begin);
    }
  }

  boolean isOn() {
    return on && !closed;
  }

  /// @param mediaTimeMs the carrier's time stamp, negative for none
  void caller(byte[] bytes, int offset, int length, long mediaTimeMs, double nowMs) {
    if (!isOn()) {
      return;
    }
    double lengthMs = format.millisOf(length);
    double arrivedMs = nowMs - lengthMs;
    if (mediaTimeMs >= 0 && Double.isNaN(carrierOffsetMs)) {
      carrierOffsetMs = arrivedMs - mediaTimeMs;
    }
    double at = mediaTimeMs >= 0 ? mediaTimeMs + carrierOffsetMs : arrivedMs;
    at = Math.max(at, callerEndMs);
    callerEndMs = at + lengthMs;
    long atMs = Math.round(at);
    try {
      recorder.caller(bytes, offset, length, atMs);
    } catch (RuntimeException _) {
      broken();
    }
  }

  void agent(Ledger.Segment segment, double heardMs, double endMs) {
    int bytes = Math.min(segment.audioBytes, format.bytesOf((int) Math.round(heardMs)));
    if (!isOn() || bytes == 0) {
      return;
    }
    double lengthMs = format.millisOf(bytes);
    double at = Math.max(endMs - lengthMs, agentEndMs);
    agentEndMs = at + lengthMs;
    long atMs = Math.round(at);
    guard(() -> recorder.agent(segment.audio, 0, bytes, atMs));
  }

  void close() {
    if (!closed) {
      closed = true;
      guard(recorder::close);
    }
  }

  /// A recorder that fails is not called again; the call goes on unrecorded.
  private void guard(Runnable writing) {
    try {
      writing.run();
    } catch (RuntimeException _) {
      broken();
    }
  }

  private void broken() {
    on = false;
    tally.add(Mishap.WATCHER_FAILED);
  }
}
