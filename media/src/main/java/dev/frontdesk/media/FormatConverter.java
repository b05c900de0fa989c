package dev.frontdesk.media;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns one stream of audio from one format into another: bytes in, bytes out, in pieces of any
/// size. When the formats are equal the bytes pass unchanged. Not safe for use from several threads.
public final class FormatConverter {
  private static final int PIECE_SAMPLES = 960; // 20 ms at the highest rate

  private final AudioFormat from;
  private final AudioFormat to;
  private final @Nullable Resampler resampler;
  private final short[] in = new short[PIECE_SAMPLES];
  private final short[] out;

  public FormatConverter(AudioFormat from, AudioFormat to) {
    this.from = from;
    this.to = to;
    resampler =
        from.sampleRateHz() == to.sampleRateHz()
            ? null
            : new Resampler(from.sampleRateHz(), to.sampleRateHz());
    int most =
        resampler == null
            ? PIECE_SAMPLES
            : resampler.mostOutput(Math.max(PIECE_SAMPLES, resampler.drainInput()));
    out = new short[most];
  }

  /// The most bytes that `length` bytes of input can give.
  public int mostOutput(int length) {
    int samples = length / from.encoding().bytesPerSample();
    int pieces = samples / PIECE_SAMPLES + 1;
    int most = resampler == null ? samples : resampler.mostOutput(samples) + pieces;
    return most * to.encoding().bytesPerSample();
  }

  /// Converts `bytes[offset .. offset + length)` and writes what is ready to
  /// `into[intoOffset ..)`, without allocating.
  ///
  /// @return bytes written
  /// @throws IllegalArgumentException if `length` is not a whole number of samples
  /// @throws IndexOutOfBoundsException if `bytes` is too short or `into` has no room for
  ///     `mostOutput(length)`; nothing is taken then
  public int convert(byte[] bytes, int offset, int length, byte[] into, int intoOffset) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Objects.checkFromIndexSize(intoOffset, mostOutput(length), into.length);
    int step = from.encoding().bytesPerSample();
    if (length % step != 0) {
      throw new IllegalArgumentException("half a sample in " + length + " bytes");
    }
    if (from.equals(to)) {
      System.arraycopy(bytes, offset, into, intoOffset, length);
      return length;
    }
    int written = 0;
    for (int done = 0; done < length; ) {
      int samples = Math.min(PIECE_SAMPLES, (length - done) / step);
      switch (from.encoding()) {
        case ULAW -> Ulaw.decode(bytes, offset + done, in, samples);
        case L16 -> L16.decode(bytes, offset + done, in, samples);
      }
      written += resampleAndWrite(samples, into, intoOffset + written);
      done += samples * step;
    }
    return written;
  }

  /// As above, into a new array of exactly the bytes that are ready.
  public byte[] convert(byte[] bytes, int offset, int length) {
    byte[] into = new byte[mostOutput(length)];
    return Arrays.copyOf(into, convert(bytes, offset, length, into, 0));
  }

  /// The stream is over: gives what is still held back, a few milliseconds at most. What comes next
  /// begins a new stream.
  public byte[] drain() {
    if (resampler == null) {
      return new byte[0];
    }
    int samples = resampler.drain(out, 0);
    byte[] into = new byte[samples * to.encoding().bytesPerSample()];
    write(out, samples, into, 0);
    return into;
  }

  private int resampleAndWrite(int samples, byte[] into, int at) {
    if (resampler == null) {
      return write(in, samples, into, at);
    }
    return write(out, resampler.resample(in, 0, samples, out, 0), into, at);
  }

  private int write(short[] pcm, int samples, byte[] into, int at) {
    switch (to.encoding()) {
      case ULAW -> Ulaw.encode(pcm, into, at, samples);
      case L16 -> L16.encode(pcm, into, at, samples);
    }
    return samples * to.encoding().bytesPerSample();
  }
}
