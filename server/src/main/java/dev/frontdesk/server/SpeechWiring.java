package dev.frontdesk.server;

import dev.frontdesk.integrations.deepgram.Deepgram;
import dev.frontdesk.integrations.deepgram.DeepgramSettings;
import dev.frontdesk.integrations.elevenlabs.ElevenLabs;
import dev.frontdesk.integrations.elevenlabs.ElevenLabsSettings;
import dev.frontdesk.integrations.freetts.FreeTtsSynthesiser;
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

  @Bean(destroyMethod = "close")
  SpeechToText ears(ServerSettings settings) {
    return switch (settings.speech().ears()) {
      case Ears.Deepgram(var key, var model, var url) ->
          new Deepgram(
              DeepgramSettings.nova(key)
                  .withModel(model)
                  .withBase(url.orElse(DeepgramSettings.VENDOR)));
      case Ears.Sphinx _ -> throw new IllegalStateException("sphinx");
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
      case Mouth.FreeTts _ -> new LocalVoice(new FreeTtsSynthesiser(), 150);
      case Mouth.EspeakNg _ -> throw new IllegalStateException("espeak");
    };
  }
}
