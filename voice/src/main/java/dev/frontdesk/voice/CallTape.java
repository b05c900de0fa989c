package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;

/// Places both legs on one timeline for the recorder: the caller's audio by the carrier's time
/// stamps, ours by when the carrier says it was heard. Silent until recording begins.
final class CallTape {
  private final Recorder recorder;
  private final AudioFormat format;
  private boolean on;
  private boolean closed;
  private double callerEndMs;
  private double agentEndMs;
  private double carrierOffsetMs = Double.NaN;

  CallTape(Recorder recorder, AudioFormat format) {
    this.recorder = recorder;
    this.format = format;
  }

  void begin() {
    if (!closed && !on) {
      on = true;
      recorder.begin();
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
    recorder.caller(bytes, offset, length, Math.round(at));
  }

  void agent(Ledger.Segment segment, double heardMs, double endMs) {
    int bytes = Math.min(segment.audioBytes, format.bytesOf((int) Math.round(heardMs)));
    if (!isOn() || bytes == 0) {
      return;
    }
    double lengthMs = format.millisOf(bytes);
    double at = Math.max(endMs - lengthMs, agentEndMs);
    agentEndMs = at + lengthMs;
    recorder.agent(segment.audio, 0, bytes, Math.round(at));
  }

  void close() {
    if (!closed) {
      closed = true;
      recorder.close();
    }
  }
}
