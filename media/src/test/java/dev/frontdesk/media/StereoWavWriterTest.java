package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StereoWavWriterTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("call.wav");
  }

  @Test
  void both_sides_lie_on_one_timeline_with_silence_between() throws IOException {
    try (var writer = StereoWavWriter.create(file)) {
      writer.left(new byte[] {9, 1, 2, 9}, 1, 2, 1);
      writer.right(new byte[] {3}, 0, 1, 0);
    }

    byte[] sound = sound();
    assertThat(sound).hasSize(20);
    assertThat(sound[1]).isEqualTo((byte) 3);
    assertThat(sound[16]).isEqualTo((byte) 1);
    assertThat(sound[18]).isEqualTo((byte) 2);
    assertThat(Arrays.copyOfRange(sound, 2, 16)).containsOnly(Ulaw.SILENCE);
  }

  @Test
  void other_programs_read_it() throws IOException, UnsupportedAudioFileException {
    try (var writer = StereoWavWriter.create(file)) {
      writer.left(new byte[8_000], 0, 8_000, 500);
    }

    try (var in = AudioSystem.getAudioInputStream(file.toFile())) {
      assertThat(in.getFormat().getChannels()).isEqualTo(2);
      assertThat(in.getFormat().getSampleRate()).isEqualTo(8_000f);
      assertThat(in.getFrameLength()).isEqualTo(12_000);
    }
  }

  @Test
  void it_plays_after_a_crash_up_to_the_last_seconds() throws IOException {
    var writer = StereoWavWriter.create(file);
    for (int second = 0; second < 60; second++) {
      writer.left(new byte[8_000], 0, 8_000, second * 1_000L);
    }

    // Not closed: this is what a killed process leaves behind.
    var header = header();
    assertThat(header.audioBytes() / 16_000.0).isBetween(54.0, 60.0);
    assertThat(Files.size(file)).isEqualTo(StereoWavWriter.HEADER_BYTES + header.audioBytes());
    writer.close();
    assertThat(header().audioBytes()).isEqualTo(60 * 16_000);
  }

  @Test
  void one_side_may_lag_by_less_than_the_window() throws IOException {
    try (var writer = StereoWavWriter.create(file)) {
      writer.left(new byte[] {1}, 0, 1, StereoWavWriter.WINDOW_MILLIS);
      writer.right(new byte[] {2}, 0, 1, 1_000);
      writer.right(new byte[] {3}, 0, 1, 999);

      assertThat(writer.droppedSamples()).isEqualTo(1);
    }

    assertThat(sound()[2 * 8_000 + 1]).isEqualTo((byte) 2);
  }

  @Test
  void a_mistaken_time_does_not_fill_the_disk() throws IOException {
    try (var writer = StereoWavWriter.create(file)) {
      writer.left(new byte[160], 0, 160, Long.MAX_VALUE / 16);
      writer.left(new byte[160], 0, 160, -40);

      assertThat(writer.droppedSamples()).isEqualTo(320);
    }

    assertThat(Files.size(file)).isEqualTo(StereoWavWriter.HEADER_BYTES);
  }

  @Test
  void an_old_recording_is_never_overwritten() throws IOException {
    StereoWavWriter.create(file).close();

    assertThatThrownBy(() -> StereoWavWriter.create(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private WavHeader header() throws IOException {
    return WavHeader.read(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private byte[] sound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Arrays.copyOfRange(bytes, StereoWavWriter.HEADER_BYTES, bytes.length);
  }
}
