package dev.frontdesk.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/// Writes a call to disk as a WAV file while it lasts: μ-law, 8 kHz, the caller left and the agent
/// right. Both sides are placed on one timeline; what nobody filled is silence. Holds the last few
/// seconds in memory, whatever the length of the call.
///
/// The header is brought up to date with each block that is written, so after a crash the file
/// plays up to the last block. Waits for the disk: not for a call's loop. Not safe for use from several
/// threads.
///
/// @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">Audio File
///     Format Specifications: WAVE</a>
public final class StereoWavWriter implements AutoCloseable {
  public static final AudioFormat FORMAT = AudioFormat.PHONE;

  /// How far one side may lag behind the other: what comes later for an earlier time is dropped.
  public static final int WINDOW_MILLIS = 5_000;

  static final int HEADER_BYTES = 58;
  private static final int SIDES = 2;
  private static final int WINDOW_SAMPLES = WINDOW_MILLIS * 8;
  private static final int BLOCK_SAMPLES = 8_000;

  /// A time further ahead than this is a mistake, not a pause, and must not fill the disk.
  private static final int LONGEST_GAP_SAMPLES = 600 * 8_000;

  private static final int WAVE_FORMAT_ULAW = 7;

  private final FileChannel file;
  private final byte[] window = new byte[SIDES * WINDOW_SAMPLES];
  private long written; // samples on disk, which is where the window begins
  private long end; // one past the last sample that was placed
  private long droppedSamples;

  private StereoWavWriter(FileChannel file) {
    this.file = file;
    Arrays.fill(window, Ulaw.SILENCE);
  }

  /// @throws IOException if the file exists already or cannot be written
  public static StereoWavWriter create(Path path) throws IOException {
    var file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var writer = new StereoWavWriter(file);
    writer.writeHeader();
    return writer;
  }

  /// Places the caller's sound.
  ///
  /// @param ulaw     `ulaw[offset .. offset + length)`, one byte a sample, 8 kHz
  /// @param atMillis when the first sample sounds, from the start of the file
  public void left(byte[] ulaw, int offset, int length, long atMillis) throws IOException {
    place(0, ulaw, offset, length, atMillis * 8);
  }

  /// Places the agent's sound, as `left`.
  public void right(byte[] ulaw, int offset, int length, long atMillis) throws IOException {
    place(1, ulaw, offset, length, atMillis * 8);
  }

  /// Samples that came too late to be placed, or ten minutes or more ahead of all others.
  public long droppedSamples() {
    return droppedSamples;
  }

  /// Writes what is left and the final header.
  @Override
  public void close() throws IOException {
    try (file) {
      flush((int) (end - written));
      file.force(true);
    }
  }

  private void place(int side, byte[] ulaw, int offset, int length, long at) throws IOException {
    Objects.checkFromIndexSize(offset, length, ulaw.length);
    if (at > end + LONGEST_GAP_SAMPLES) {
      droppedSamples += length;
      return;
    }
    for (int i = 0; i < length; i++) {
      long sample = at + i;
      if (sample < written) {
        droppedSamples++;
        continue;
      }
      while (sample >= written + WINDOW_SAMPLES) {
        flush(BLOCK_SAMPLES);
      }
      window[SIDES * (int) (sample - written) + side] = ulaw[offset + i];
      end = Math.max(end, sample + 1);
    }
  }

  private void flush(int samples) throws IOException {
    if (samples == 0) {
      return;
    }
    var block = ByteBuffer.wrap(window, 0, SIDES * samples);
    long at = HEADER_BYTES + SIDES * written;
    while (block.hasRemaining()) {
      at += file.write(block, at);
    }
    System.arraycopy(window, SIDES * samples, window, 0, window.length - SIDES * samples);
    Arrays.fill(window, window.length - SIDES * samples, window.length, Ulaw.SILENCE);
    written += samples;
    end = Math.max(end, written);
    writeHeader();
  }

  private void writeHeader() throws IOException {
    long audioBytes = Math.min(SIDES * written, Integer.MAX_VALUE - HEADER_BYTES);
    var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) audioBytes + HEADER_BYTES - 8).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(18).putShort((short) WAVE_FORMAT_ULAW);
    header.putShort((short) SIDES).putInt(8_000).putInt(8_000 * SIDES);
    header.putShort((short) SIDES).putShort((short) 8).putShort((short) 0);
    header.put(ascii("fact")).putInt(4).putInt((int) (audioBytes / SIDES));
    header.put(ascii("data")).putInt((int) audioBytes);
    header.flip();
    for (long at = 0; header.hasRemaining(); ) {
      at += file.write(header, at);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
