package dev.frontdesk.media;

/// A fourth-order Butterworth high-pass, one sample at a time: two second-order sections in a row,
/// 24 dB an octave.
final class HighPass {
  private final Section first;
  private final Section second;

  HighPass(double cutoffHz, int sampleRateHz) {
    double w = Math.tan(Math.PI * cutoffHz / sampleRateHz);
    first = new Section(w, 2 * Math.cos(Math.PI / 8));
    second = new Section(w, 2 * Math.sin(Math.PI / 8));
  }

  double pass(double x) {
    return second.pass(first.pass(x));
  }

  /// In digital silence the memory fades into denormals, which are slow to compute with: call this
  /// now and then.
  void dropTraces() {
    first.dropTraces();
    second.dropTraces();
  }

  private static final class Section {
    private final double b0;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    Section(double w, double damping) {
      double scale = 1 / (1 + damping * w + w * w);
      b0 = scale;
      a1 = 2 * (w * w - 1) * scale;
      a2 = (1 - damping * w + w * w) * scale;
    }

    double pass(double x) {
      double in = b0 * x;
      double y = in + z1;
      z1 = -2 * in - a1 * y + z2;
      z2 = in - a2 * y;
      return y;
    }

    void dropTraces() {
      if (Math.abs(z1) < 1e-12 && Math.abs(z2) < 1e-12) {
        z1 = 0;
        z2 = 0;
      }
    }
  }
}
