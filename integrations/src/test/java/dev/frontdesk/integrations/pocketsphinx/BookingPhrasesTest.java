package dev.frontdesk.integrations.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.integrations.espeak.EspeakSynthesiser;
import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.L16;
import dev.frontdesk.voice.spi.Heard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Synthetic callers are understood word for word. Runs only where PocketSphinx (and, for its
/// caller, espeak-ng) is installed; elsewhere it is reported as skipped, saying so.
class BookingPhrasesTest {
  private static final byte[] HALF_A_SECOND = new byte[AudioFormat.WIDEBAND.bytesOf(500)];

  private DecoderPool pool;
  private SphinxDecoder decoder;

  @BeforeEach
  void open() throws IOException {
    try {
      pool = DecoderPool.open(SphinxSettings.USUAL);
    } catch (SphinxUnavailable missing) {
      assumeTrue(false, missing.getMessage());
    }
    decoder = pool.take();
    decoder.newCall();
  }

  @AfterEach
  void close() throws IOException {
    if (pool != null) {
      decoder.close();
      pool.close();
    }
  }

  @Test
  void a_freetts_caller_is_understood() throws Exception {
    assertThat(misheard(new FreeTtsSynthesiser(1), phrases())).isEmpty();
  }

  @Test
  void an_espeak_caller_is_understood() throws Exception {
    var espeak = EspeakSynthesiser.find();
    assumeTrue(espeak.isPresent(), "espeak-ng is not installed: apt-get install espeak-ng");

    assertThat(misheard(espeak.orElseThrow(), phrases())).isEmpty();
  }

  private List<String> misheard(Synthesiser caller, List<String> phrases) throws Exception {
    assertThat(phrases).hasSizeGreaterThanOrEqualTo(20);
    var heard = new ArrayList<String>();
    var utterances =
        new Utterances(
            decoder,
            news -> {
              if (news instanceof Heard.Final(var text, _)) {
                heard.add(text.text());
              }
            });
    assertThat(utterances.expect(BookingGrammar.jsgf())).isTrue();
    var misheard = new ArrayList<String>();
    for (String phrase : phrases) {
      heard.clear();
      byte[] sound = sound(caller, phrase);
      utterances.audio(HALF_A_SECOND, 0, HALF_A_SECOND.length);
      utterances.audio(sound, 0, sound.length);
      utterances.audio(HALF_A_SECOND, 0, HALF_A_SECOND.length);
      utterances.flush();
      if (!String.join(" / ", heard).equals(phrase)) {
        misheard.add(phrase + " -> " + String.join(" / ", heard));
      }
    }
    return misheard;
  }

  private static byte[] sound(Synthesiser caller, String phrase) throws Exception {
    var spoken = caller.synthesise(phrase, 140);
    byte[] bytes = new byte[2 * spoken.samples().length];
    L16.encode(spoken.samples(), bytes, 0, spoken.samples().length);
    return new FormatConverter(caller.format(), AudioFormat.WIDEBAND)
        .convert(bytes, 0, bytes.length);
  }

  private static List<String> phrases() throws IOException {
    try (var file = BookingPhrasesTest.class.getResourceAsStream("phrases.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toList());
    }
  }
}
