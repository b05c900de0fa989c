package dev.frontdesk.server;

import dev.frontdesk.integrations.deepgram.Deepgram;
import dev.frontdesk.integrations.deepgram.DeepgramSettings;
import dev.frontdesk.integrations.elevenlabs.ElevenLabs;
import dev.frontdesk.integrations.elevenlabs.ElevenLabsSettings;
import dev.frontdesk.integrations.espeak.EspeakSynthesiser;
import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
import dev.frontdesk.integrations.pocketsphinx.PocketSphinx;
import dev.frontdesk.integrations.pocketsphinx.SphinxSettings;
import dev.frontdesk.integrations.pocketsphinx.SphinxUnavailable;
import dev.frontdesk.integrations.synthesis.LocalVoice;
import dev.frontdesk.server.SpeechSettings.Ears;
import dev.frontdesk.server.SpeechSettings.Mouth;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.voice.spi.TextToSpeech;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who hears and who speaks: one line a vendor.
@Configuration(proxyBeanMethods = false)
class SpeechWiring {
  private static final int WORDS_PER_MINUTE = 150;

  @Bean(destroyMethod = "close")
  SpeechToText ears(ServerSettings settings) {
    return switch (settings.speech().ears()) {
      case Ears.Deepgram(var key, var model, var url) ->
          new Deepgram(
              DeepgramSettings.nova(key)
                  .withModel(model)
                  .withBase(url.orElse(DeepgramSettings.VENDOR)));
      case Ears.Sphinx _ -> sphinx();
    };
  }

  @Bean(destroyMethod = "close")
  TextToSpeech mouth(ServerSettings settings) {
    return switch (settings.speech().mouth()) {
      case Mouth.ElevenLabs(var key, var voice, var model, var url) ->
          new ElevenLabs(
              ElevenLabsSettings.flash(key, voice)
                  .withModel(model)
                  .withBase(url.orElse(ElevenLabsSettings.VENDOR)));
      case Mouth.FreeTts _ -> new LocalVoice(warming(new FreeTtsSynthesiser()), WORDS_PER_MINUTE);
      case Mouth.EspeakNg _ -> new LocalVoice(espeak(), WORDS_PER_MINUTE);
    };
  }

  /// Made ready beside the rest of the start; a call that comes sooner waits for it.
  private static FreeTtsSynthesiser warming(FreeTtsSynthesiser voice) {
    Thread.ofPlatform()
        .daemon()
        .name("warming the voice")
        .start(
            () -> {
              try {
                voice.warmUp();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    return voice;
  }

  private static SpeechToText sphinx() {
    try {
      var ears = PocketSphinx.open(SphinxSettings.USUAL);
      ears.warmUp();
      return ears;
    } catch (SphinxUnavailable missing) {
      throw new CannotStart(String.valueOf(missing.getMessage()), missing);
    }
  }

  private static EspeakSynthesiser espeak() {
    return EspeakSynthesiser.find()
        .orElseThrow(
            () ->
                new CannotStart(
                    "there is no espeak-ng on the path: install the Debian package espeak-ng, or "
                        + "choose mouth: freetts",
                    new IllegalStateException("espeak-ng")));
  }
}
