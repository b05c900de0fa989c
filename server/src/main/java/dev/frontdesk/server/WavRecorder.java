package dev.frontdesk.server;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.StereoWavWriter;
import dev.frontdesk.voice.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records one leg's call to disk on a thread of its own, so that the call's loop never waits for
/// the disk. A disk that cannot keep up loses sound, which is counted; the call does not notice.
final class WavRecorder implements Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(WavRecorder.class);

  /// Twenty seconds of both sides.
  private static final int MOST_WAITING = 2_000;

  private sealed interface Piece {
    record Sound(boolean agent, byte[] bytes, long atMs) implements Piece {}

    record End() implements Piece {}
  }

  private final Path file;
  private final AudioFormat format;
  private final BlockingQueue<Piece> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final LongAdder dropped = new LongAdder();
  private boolean begun;

  WavRecorder(Path file, AudioFormat format) {
    this.file = file;
    this.format = format;
  }

  @Override
  public void begin() {
    begun = true;
    Thread.ofVirtual().name("recorder").start(this::write);
  }

  @Override
  public void caller(byte[] bytes, int offset, int length, long atMs) {
    hand(false, bytes, offset, length, atMs);
  }

  @Override
  public void agent(byte[] bytes, int offset, int length, long atMs) {
    hand(true, bytes, offset, length, atMs);
  }

  @Override
  public void close() {
    if (begun && !waiting.offer(new Piece.End())) {
      waiting.poll(); // the newest sound makes room for the end
      waiting.offer(new Piece.End());
    }
  }

  private void hand(boolean agent, byte[] bytes, int offset, int length, long atMs) {
    var copy = Arrays.copyOfRange(bytes, offset, offset + length);
    if (begun && !waiting.offer(new Piece.Sound(agent, copy, atMs))) {
      dropped.increment();
    }
  }

  private void write() {
    try {
      Files.createDirectories(file.getParent());
      try (var wav = StereoWavWriter.create(file)) {
        var caller = new FormatConverter(format, StereoWavWriter.FORMAT);
        var agent = new FormatConverter(format, StereoWavWriter.FORMAT);
        while (waiting.take() instanceof Piece.Sound(var isAgent, var bytes, var atMs)) {
          byte[] ulaw = (isAgent ? agent : caller).convert(bytes, 0, bytes.length);
          if (isAgent) {
            wav.right(ulaw, 0, ulaw.length, atMs);
          } else {
            wav.left(ulaw, 0, ulaw.length, atMs);
          }
        }
      }
      if (dropped.sum() > 0) {
        LOG.warn("a recording lost {} stretches of sound: the disk is too slow", dropped.sum());
      }
    } catch (IOException failed) {
      LOG.warn("a call could not be recorded", failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
