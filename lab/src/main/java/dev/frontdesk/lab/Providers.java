package dev.frontdesk.lab;

import dev.frontdesk.server.SpeechSettings;
import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.IoEventLoopGroup;
import java.util.Optional;
import java.util.UUID;

/// The simulated cloud speech that a stage's server connects to.
record Providers(SimulatedDeepgram deepgram, SimulatedElevenLabs elevenLabs, Secret key)
    implements AutoCloseable {

  static Providers start(IoEventLoopGroup loops, ClipRegistry clips, ElevenLabsVoice voice) {
    var key = new Secret(UUID.randomUUID().toString());
    return new Providers(
        SimulatedDeepgram.start(loops, clips, key, DeepgramLatency.USUAL),
        SimulatedElevenLabs.start(loops, voice, key, ElevenLabsLatency.USUAL),
        key);
  }

  SpeechSettings speech() {
    return new SpeechSettings(
        new SpeechSettings.Ears.Deepgram(key, "nova-3", Optional.of(deepgram.base())),
        new SpeechSettings.Mouth.ElevenLabs(
            key, "lab", "eleven_flash_v2_5", Optional.of(elevenLabs.base())));
  }

  @Override
  public void close() {
    deepgram.close();
    elevenLabs.close();
  }
}
