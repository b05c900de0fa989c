package dev.frontdesk.integrations.freetts;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;

/// Where FreeTTS believes to play: keeps what comes. FreeTTS writes from a thread of its own.
final class SampleBuffer implements AudioPlayer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(FreeTtsEngine.RATE_HZ, 16, 1, true, true);

  synchronized void clear() {
    bytes.reset();
  }

  synchronized short[] take() {
    short[] samples = new short[bytes.size() / 2];
    var order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer.wrap(bytes.toByteArray()).order(order).asShortBuffer().get(samples);
    bytes.reset();
    return samples;
  }

  @Override
  public synchronized boolean write(byte[] audio) {
    bytes.writeBytes(audio);
    return true;
  }

  @Override
  public synchronized boolean write(byte[] audio, int offset, int size) {
    bytes.write(audio, offset, size);
    return true;
  }

  @Override
  public synchronized void setAudioFormat(AudioFormat wanted) {
    if (wanted.getSampleRate() != FreeTtsEngine.RATE_HZ || wanted.getSampleSizeInBits() != 16) {
      throw new IllegalArgumentException("FreeTTS gives " + wanted);
    }
    format = wanted;
  }

  @Override
  public synchronized AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public void begin(int size) {}

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public void setVolume(float volume) {}

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void showMetrics() {}
}
