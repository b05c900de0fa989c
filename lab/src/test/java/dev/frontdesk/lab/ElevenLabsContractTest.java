package dev.frontdesk.lab;

import dev.frontdesk.integrations.elevenlabs.ElevenLabs;
import dev.frontdesk.integrations.elevenlabs.ElevenLabsSettings;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeechContract;
import org.junit.jupiter.api.AfterEach;

class ElevenLabsContractTest extends TextToSpeechContract {
  private final Vendors vendors = new Vendors();
  private final ElevenLabs elevenLabs =
      new ElevenLabs(
          ElevenLabsSettings.flash(Vendors.KEY, "voice-1").withBase(vendors.elevenLabs.base()));

  @AfterEach
  void close() {
    elevenLabs.close();
    vendors.close();
  }

  @Override
  protected TextToSpeech voice() {
    return elevenLabs;
  }
}
