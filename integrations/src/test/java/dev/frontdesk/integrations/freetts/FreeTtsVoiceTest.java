package dev.frontdesk.integrations.freetts;

import dev.frontdesk.integrations.synthesis.LocalVoice;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeechContract;
import org.junit.jupiter.api.AfterAll;

class FreeTtsVoiceTest extends TextToSpeechContract {
  private static final LocalVoice VOICE = new LocalVoice(new FreeTtsSynthesiser(), 150);

  @AfterAll
  static void close() {
    VOICE.close();
  }

  @Override
  protected TextToSpeech voice() {
    return VOICE;
  }
}
