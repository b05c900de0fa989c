package dev.frontdesk.integrations.vapi;

import dev.frontdesk.integrations.vapi.ClientMessageReader.Read;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.DtmfDetector;
import dev.frontdesk.media.L16;
import dev.frontdesk.media.Ulaw;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.telephony.spi.MediaCodec;
import dev.frontdesk.telephony.spi.MediaSocket;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Vapi's WebSocket transport on one socket: binary messages are raw mono audio in the chosen
/// format, text messages are JSON. The call is open as soon as the socket is.
///
/// Differences from a telephone carrier, and what stands in for them: no marks (`PlayoutEstimate`);
/// no clear (what was sent plays on; clients that flush do so on `user-interrupted`); no key
/// messages (tones in the audio); no time stamps.
final class VapiCodec implements MediaCodec {
  private final AudioFormat format;
  private final ClientCommands commands;
  private final Runnable gone;
  private final byte[] frame;
  private final short[] pcm;
  private final DtmfDetector tones;
  private boolean closed;

  @SuppressWarnings("NullAway.Init") // set by opened, before anything else happens
  private MediaSocket socket;

  @SuppressWarnings("NullAway.Init") // set by opened, before anything else happens
  private PlayoutEstimate playout;

  /// @param gone called once, when the socket is
  VapiCodec(AudioFormat format, ClientCommands commands, Runnable gone) {
    this.format = format;
    this.commands = commands;
    this.gone = gone;
    this.frame = new byte[format.frameBytes()];
    this.pcm = new short[format.frameSamples()];
    this.tones = new DtmfDetector(format.sampleRateHz());
  }

  @Override
  public void opened(MediaSocket socket) {
    this.socket = socket;
    this.playout = new PlayoutEstimate(socket.loop(), format, socket::markReached);
    socket.started(format, "");
  }

  @Override
  public void text(ByteBuf utf8) throws MalformedFrame {
    byte[] message = new byte[utf8.readableBytes()];
    utf8.getBytes(utf8.readerIndex(), message);
    switch (read(message)) {
      case Read.EndCall _ -> socket.stopped();
      case Read.Command(var command) -> {
        if (!commands.asked(socket.ticket().call(), command)) {
          refuse("the conversation is over");
        }
      }
      case Read.Unknown(var why) -> refuse(why);
    }
  }

  private Read read(byte[] message) throws MalformedFrame {
    try {
      return ClientMessageReader.read(message);
    } catch (MalformedFrame e) {
      answer(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void refuse(String why) {
    socket.unknown();
    answer(why);
  }

  /// Vapi has no message for a refusal; `metadata` is the one whose text is free, and which every
  /// client takes.
  private void answer(String why) {
    tell("{\"type\":\"metadata\",\"metadata\":\"" + why + "\"}");
  }

  @Override
  public void binary(ByteBuf bytes) throws MalformedFrame {
    if (bytes.readableBytes() % format.encoding().bytesPerSample() != 0) {
      throw new MalformedFrame("half a sample");
    }
    while (bytes.isReadable()) {
      int length = Math.min(bytes.readableBytes(), frame.length);
      bytes.readBytes(frame, 0, length);
      listenForKeys(length);
      socket.audio(frame, 0, length, -1);
    }
  }

  @Override
  public void play(byte[] bytes, int offset, int length) {
    playout.sent(length);
    socket.sendBinary(socket.buffer(length).writeBytes(bytes, offset, length));
  }

  @Override
  public void mark(String name) {
    playout.mark(name);
  }

  @Override
  public void clear() {
    playout.clear();
  }

  @Override
  public boolean asksAgain() {
    return false;
  }

  @Override
  public void closed() {
    if (!closed) {
      closed = true;
      playout.close();
      gone.run();
    }
  }

  /// What is a key is no speech: its tones are silenced, so that nobody takes them for a voice.
  private void listenForKeys(int length) {
    int samples = length / format.encoding().bytesPerSample();
    switch (format.encoding()) {
      case ULAW -> Ulaw.decode(frame, 0, pcm, samples);
      case L16 -> L16.decode(frame, 0, pcm, samples);
    }
    tones.hear(pcm, samples, socket::keyPressed);
    if (tones.inTone()) {
      boolean ulaw = format.encoding() == AudioFormat.Encoding.ULAW;
      Arrays.fill(frame, 0, length, ulaw ? Ulaw.SILENCE : 0);
    }
  }

  /// A client message beside the audio; nothing happens once the socket is gone.
  void tell(String json) {
    if (!closed) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      socket.sendText(socket.buffer(bytes.length).writeBytes(bytes));
    }
  }
}
