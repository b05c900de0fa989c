package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.frontdesk.media.AudioFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavHeaderTest {
  private static final String LINEAR =
      "52494646 24f0ff7f 57415645 666d7420 10000000 0100 0100 22560000 44ac0000 0200 1000";

  @Test
  void a_pipe_of_unknown_length_is_read_as_far_as_it_goes() throws IOException {
    assertThat(read(LINEAR + "64617461 00f0ff7f"))
        .isEqualTo(new WavHeader(new AudioFormat(Encoding.L16, 22_050), 1, 0x7ffff000L));
  }

  @Test
  void unknown_chunks_are_skipped_with_their_padding() throws IOException {
    assertThat(read(LINEAR + "4c495354 03000000 61626300" + "64617461 04000000").audioBytes())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ends within the header",
    "49443303 00000000 00000000, no RIFF file",
    "52494646 00000000 41564920, 'a RIFF file, but no WAVE'",
    "52494646 00000000 57415645 64617461 00000000, sound before its format",
    "52494646 00000000 57415645 666d7420 04000000 01000100, a format of 4 bytes",
    "52494646 00000000 57415645 4c495354 ffffffff, a header of more than 65536 bytes",
    "52494646 00000000 57415645 666d7420 10000000 0300 0100 803e0000 00000000 0400 2000,"
        + " format 3 with 32 bits a sample",
    "52494646 00000000 57415645 666d7420 10000000 0100 0600 803e0000 00000000 0200 1000,"
        + " 6 channels",
    "52494646 00000000 57415645 666d7420 10000000 0100 0100 ffffffff 00000000 0200 1000, -1 Hz"
  })
  void what_is_no_wav_is_refused_with_the_reason(String hex, String reason) {
    assertThatThrownBy(() -> read(hex)).isInstanceOf(MalformedWav.class).hasMessage(reason);
  }

  @FuzzTest(maxDuration = "5s")
  void any_bytes_are_a_header_or_malformed(byte[] bytes) throws IOException {
    byte[] riff = "RIFFxxxxWAVE".getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[riff.length + bytes.length];
    System.arraycopy(riff, 0, whole, 0, riff.length);
    System.arraycopy(bytes, 0, whole, riff.length, bytes.length);
    for (byte[] input : new byte[][] {bytes, whole}) {
      try {
        var header = WavHeader.read(new ByteArrayInputStream(input));
        assertThat(header.channels()).isBetween(1, 2);
      } catch (MalformedWav expected) {
        assertThat(expected).hasMessageNotContainingAny("null");
      }
    }
  }

  private static WavHeader read(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return WavHeader.read(new ByteArrayInputStream(bytes));
  }
}
