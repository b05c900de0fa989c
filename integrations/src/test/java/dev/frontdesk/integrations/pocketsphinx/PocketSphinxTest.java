package dev.frontdesk.integrations.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.L16;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.SpeechToTextContract;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.AfterAll;
import org.jspecify.annotations.Nullable;

/// Runs only where PocketSphinx is installed; elsewhere it is reported as skipped, saying so.
class PocketSphinxTest extends SpeechToTextContract {
  private static final String PHRASE = "a haircut on wednesday at three please";
  private static @Nullable PocketSphinx hearing;
  private static byte[] speech = {};

  @BeforeAll
  static void listen() throws Exception {
    try {
      hearing = PocketSphinx.open(SphinxSettings.USUAL);
    } catch (SphinxUnavailable missing) {
      assumeTrue(false, missing.getMessage());
    }
    short[] samples = new FreeTtsSynthesiser(1).synthesise(PHRASE, 140).samples();
    speech = new byte[2 * samples.length];
    L16.encode(samples, speech, 0, samples.length);
  }

  @AfterAll
  static void close() throws Exception {
    if (hearing != null) {
      hearing.close();
    }
  }

  @Override
  protected SpeechToText hearing() {
    return hearing;
  }

  @Override
  protected byte[] speech(AudioFormat format) {
    assertThat(format).isEqualTo(AudioFormat.WIDEBAND);
    return speech;
  }

  @Override
  protected String words() {
    return PHRASE;
  }

  @Override
  protected AudioFormat leg() {
    return AudioFormat.WIDEBAND;
  }

  @Override
  protected ListeningHint hint() {
    return new ListeningHint(AskedDetail.ANYTHING, List.of(), BookingGrammar::jsgf);
  }

  @Test
  void a_phone_line_is_refused_with_a_way_out() {
    assertThatThrownBy(() -> hearing.accepts(AudioFormat.PHONE))
        .hasMessageContaining("this line carries 8000 Hz")
        .hasMessageContaining("--transport websocket");
  }
}
