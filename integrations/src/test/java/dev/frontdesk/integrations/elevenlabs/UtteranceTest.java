package dev.frontdesk.integrations.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import io.netty.channel.DefaultEventLoop;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceTest {
  private final List<Integer> lengths = new ArrayList<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

  @Test
  void a_sample_cut_in_two_is_put_together_again() {
    var loop = new CallLoop(new VirtualLoop(), new DefaultEventLoop());
    var utterance = new Utterance("Yes.", AudioFormat.WIDEBAND, loop, new Recorder());

    utterance.heard(audio(1, 2, 3));
    utterance.heard(audio(4));
    utterance.heard(audio(5));
    utterance.heard(audio(6, 7, 8));

    assertThat(lengths).containsExactly(2, 2, 4);
    assertThat(sound.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static ElevenLabsMessage audio(int... bytes) {
    byte[] audio = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      audio[i] = (byte) bytes[i];
    }
    return new ElevenLabsMessage("u1", audio, Alignment.NONE, false, "", 0);
  }

  private final class Recorder implements TextToSpeech.Listener {
    @Override
    public void audio(byte[] bytes) {
      lengths.add(bytes.length);
      sound.writeBytes(bytes);
    }

    @Override
    public void timings(List<WordTiming> words) {}

    @Override
    public void finished() {}

    @Override
    public void failed(Failure failure) {}
  }
}
