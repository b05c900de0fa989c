package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedHearingTest {
  private static final AudioFormat PHONE = AudioFormat.PHONE;
  private static final List<ClipWord> WORDS =
      List.of(
          new ClipWord("a", 100, 180), new ClipWord("haircut", 200, 700),
          new ClipWord("tomorrow", 750, 1_300));

  private final ClipRegistry registry = new ClipRegistry();
  private final Clip clip = noise(PHONE, 1_500, 1, WORDS);
  private final SimulatedHearing hearing = new SimulatedHearing(registry, PHONE);

  static Stream<AudioFormat> formats() {
    return Stream.of(AudioFormat.PHONE, AudioFormat.WIDEBAND);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_clip_is_heard_word_by_word_wherever_it_begins(AudioFormat format) {
    var played = noise(format, 1_500, 7, WORDS);
    registry.register(played);
    var ears = new SimulatedHearing(registry, format);

    byte[] before = silence(format, 1_237);
    hearInFrames(ears, join(before, played.audio()), format.frameBytes());

    assertThat(ears.takeWords())
        .containsExactly(
            new ClipWord("a", 1_337, 1_417),
            new ClipWord("haircut", 1_437, 1_937),
            new ClipWord("tomorrow", 1_987, 2_537));
    assertThat(ears.silentMs()).isEqualTo(200);
  }

  @Test
  void a_word_is_not_known_before_its_last_sample() {
    registry.register(clip);
    byte[] audio = clip.audio();
    int end = PHONE.bytesOf(700);

    hearing.hear(audio, 0, end - 1);
    assertThat(said(hearing)).containsExactly("a");

    hearing.hear(audio, end - 1, 1);
    assertThat(said(hearing)).containsExactly("haircut");
  }

  @Test
  void silence_and_unknown_sounds_say_nothing() {
    registry.register(clip);

    hearing.hear(silence(PHONE, 3_000), 0, PHONE.bytesOf(3_000));
    hearing.hear(noise(PHONE, 3_000, 2, List.of()).audio(), 0, PHONE.bytesOf(3_000));

    assertThat(hearing.takeWords()).isEmpty();
    assertThat(hearing.heardMs()).isEqualTo(6_000);
  }

  @Test
  void what_was_never_registered_is_not_heard() {
    hearInFrames(hearing, clip.audio(), 160);

    assertThat(hearing.takeWords()).isEmpty();
  }

  @Test
  void a_lost_frame_costs_the_word_it_belonged_to_and_no_other() {
    registry.register(clip);
    byte[] audio = clip.audio();
    int gap = PHONE.bytesOf(400);

    byte[] heard =
        join(Arrays.copyOf(audio, gap), Arrays.copyOfRange(audio, gap + 160, audio.length));
    hearInFrames(hearing, heard, 160);

    assertThat(said(hearing)).containsExactly("a", "tomorrow");
  }

  @Test
  void damage_costs_a_word_but_a_single_wrong_sample_does_not() {
    registry.register(clip);
    byte[] damaged = clip.audio().clone();
    damaged[PHONE.bytesOf(450)] ^= 0x55;
    for (int i = PHONE.bytesOf(900); i < PHONE.bytesOf(930); i++) {
      damaged[i] ^= 0x11;
    }

    hearInFrames(hearing, damaged, 160);

    assertThat(said(hearing)).containsExactly("a", "haircut");
  }

  @Test
  void the_same_clip_twice_is_heard_twice() {
    registry.register(clip);
    registry.register(noise(PHONE, 1_500, 1, WORDS));

    hearInFrames(hearing, join(clip.audio(), silence(PHONE, 300)), 160);
    hearInFrames(hearing, clip.audio(), 160);

    assertThat(said(hearing))
        .containsExactly("a", "haircut", "tomorrow", "a", "haircut", "tomorrow");
  }

  @Test
  void clips_that_begin_alike_are_told_apart_where_they_part() {
    byte[] other = noise(PHONE, 2_000, 3, List.of()).audio();
    System.arraycopy(clip.audio(), 0, other, 0, PHONE.bytesOf(720));
    var words =
        List.of(WORDS.get(0), WORDS.get(1), new ClipWord("please", 750, 1_200));
    registry.register(clip);
    registry.register(new Clip(other, PHONE, words));

    hearInFrames(hearing, other, 160);

    assertThat(said(hearing)).containsExactly("a", "haircut", "please");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 160, 333, 4_000})
  void the_size_of_the_pieces_does_not_matter(int bytes) {
    registry.register(clip);

    hearInFrames(hearing, join(silence(PHONE, 131), clip.audio()), bytes);

    assertThat(said(hearing)).containsExactly("a", "haircut", "tomorrow");
  }

  @Test
  void many_clips_may_be_known() {
    for (int seed = 100; seed < 400; seed++) {
      registry.register(noise(PHONE, 1_500, seed, WORDS));
    }
    registry.register(clip);

    hearInFrames(hearing, clip.audio(), 160);

    assertThat(said(hearing)).containsExactly("a", "haircut", "tomorrow");
  }

  static Clip noise(AudioFormat format, int millis, int seed, List<ClipWord> words) {
    byte[] audio = new byte[format.bytesOf(millis)];
    new Random(seed).nextBytes(audio);
    return new Clip(audio, format, words);
  }

  static byte[] silence(AudioFormat format, int millis) {
    byte[] audio = new byte[format.bytesOf(millis)];
    Arrays.fill(audio, format.encoding() == AudioFormat.Encoding.ULAW ? (byte) 0xff : 0);
    return audio;
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  static void hearInFrames(SimulatedHearing ears, byte[] audio, int bytes) {
    for (int at = 0; at < audio.length; at += bytes) {
      ears.hear(audio, at, Math.min(bytes, audio.length - at));
    }
  }

  private static List<String> said(SimulatedHearing ears) {
    return ears.takeWords().stream().map(ClipWord::text).toList();
  }
}
