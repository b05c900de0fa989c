package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.SpokenLine.Speaker;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeardWordsCheckTest {
  private static final String HELLO = "Hello there.";
  private static final String LONG = "one two three four five";

  /// Every character takes 100 ms.
  private final HeardWordsCheck check = new HeardWordsCheck(HeardWordsCheckTest::slowly);

  @BeforeEach
  void speak() {
    check.say(HELLO, AudioFormat.PHONE);
    check.say(LONG, AudioFormat.PHONE);
  }

  @Test
  void a_server_that_is_right_is_off_by_nothing() {
    // "one two" ends at 700 ms, half of "three" at 1,050
    assertThat(check.wordsOff(call("one two"), "stop", 900)).hasValue(0);
  }

  @Test
  void a_server_that_believes_too_much_or_too_little_is_off_by_words() {
    assertThat(check.wordsOff(call("one two three four"), "stop", 900)).hasValue(2);
    assertThat(check.wordsOff(call("one"), "stop", 1_200)).hasValue(2);
  }

  @Test
  void what_was_said_before_counts_by_its_own_length() {
    assertThat(check.wordsOff(call(HELLO, "one two"), "stop", 1_200 + 900)).hasValue(0);
  }

  @Test
  void who_was_not_cut_short_tells_nothing() {
    assertThat(check.wordsOff(call(LONG), "stop", 2_000)).isEmpty();
    assertThat(check.wordsOff(call("one two"), "nobody said this", 900)).isEmpty();
  }

  private static List<SpokenLine> call(String... heard) {
    var lines = new ArrayList<SpokenLine>();
    for (var text : heard) {
      lines.add(line(Speaker.AGENT, text));
    }
    lines.add(line(Speaker.CALLER, "stop it please"));
    return lines;
  }

  private static SpokenLine line(Speaker who, String text) {
    return new SpokenLine(who, new Transcript(text), Instant.EPOCH);
  }

  private static ElevenLabsSpeech slowly(String text, AudioFormat format) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      starts[i] = 100 * i;
      ends[i] = 100 * (i + 1);
    }
    return new ElevenLabsSpeech(new byte[0], starts, ends);
  }
}
