package dev.frontdesk.media;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What stands before the samples of a WAV file.
///
/// @param channels   1 or 2; with two, left and right samples take turns
/// @param audioBytes how many bytes of sound follow, as far as the header knows: a program that
///     writes to a pipe names a number far too great, so the end of the stream counts too
public record WavHeader(AudioFormat format, int channels, long audioBytes) {
  private static final int PCM = 1;
  private static final int ULAW = 7;
  private static final int MOST_HEADER_BYTES = 1 << 16;

  /// Reads up to the first sample. Chunks that we do not know are skipped.
  ///
  /// @throws MalformedWav when this is no WAV of 16-bit linear or μ-law samples
  /// @throws IOException  when the stream fails
  public static WavHeader read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    try {
      if (in.readInt() != tag("RIFF")) {
        throw new MalformedWav("no RIFF file");
      }
      in.readInt(); // the file's size
      if (in.readInt() != tag("WAVE")) {
        throw new MalformedWav("a RIFF file, but no WAVE");
      }
      return readChunks(in);
    } catch (EOFException early) {
      throw new MalformedWav("ends within the header");
    }
  }

  private static WavHeader readChunks(DataInputStream in) throws IOException {
    Shape shape = null;
    int seen = 0;
    while (true) {
      int tag = in.readInt();
      long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (tag == tag("data")) {
        if (shape == null) {
          throw new MalformedWav("sound before its format");
        }
        return new WavHeader(shape.format, shape.channels, length);
      }
      long padded = length + (length & 1);
      seen += (int) Math.min(padded, MOST_HEADER_BYTES);
      if (padded > MOST_HEADER_BYTES || seen > MOST_HEADER_BYTES) {
        throw new MalformedWav("a header of more than " + MOST_HEADER_BYTES + " bytes");
      }
      byte[] chunk = new byte[(int) padded];
      in.readFully(chunk);
      if (tag == tag("fmt ")) {
        shape = shape(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN));
      }
    }
  }

  private record Shape(AudioFormat format, int channels) {}

  private static Shape shape(ByteBuffer chunk) throws MalformedWav {
    if (chunk.remaining() < 16) {
      throw new MalformedWav("a format of %d bytes".formatted(chunk.remaining()));
    }
    int code = Short.toUnsignedInt(chunk.getShort(0));
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    int rate = chunk.getInt(4);
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    if (channels < 1 || channels > 2) {
      throw new MalformedWav(channels + " channels");
    }
    AudioFormat.Encoding encoding;
    if (code == PCM && bits == 16) {
      encoding = AudioFormat.Encoding.L16;
    } else if (code == ULAW && bits == 8) {
      encoding = AudioFormat.Encoding.ULAW;
    } else {
      throw new MalformedWav("format %d with %d bits a sample".formatted(code, bits));
    }
    try {
      return new Shape(new AudioFormat(encoding, rate), channels);
    } catch (IllegalArgumentException unusable) {
      throw new MalformedWav(rate + " Hz");
    }
  }

  private static int tag(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }
}
