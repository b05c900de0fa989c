package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText.Ears;
import java.util.Arrays;

/// Carries a call's words from the call's loop to the one of its socket; mostly the same.
final class DeepgramEars implements Ears {
  private final DeepgramStream stream;
  private final CallLoop loop;

  DeepgramEars(DeepgramStream stream, CallLoop loop) {
    this.stream = stream;
    this.loop = loop;
    loop.sockets().execute(stream::connect);
  }

  @Override
  public void audio(byte[] bytes, int offset, int length) {
    if (loop.shared()) {
      stream.audio(bytes, offset, length);
    } else {
      byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
      loop.sockets().execute(() -> stream.audio(copy, 0, copy.length));
    }
  }

  @Override
  public void expect(ListeningHint hint) {
    loop.onSockets(() -> stream.expect(hint));
  }

  @Override
  public void flush() {
    loop.onSockets(stream::flush);
  }

  @Override
  public void close() {
    stream.mute();
    loop.onSockets(stream::close);
  }
}
