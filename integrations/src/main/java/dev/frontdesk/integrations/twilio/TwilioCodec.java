package dev.frontdesk.integrations.twilio;

import dev.frontdesk.integrations.twilio.TwilioFrame.Field;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.telephony.spi.MediaCodec;
import dev.frontdesk.telephony.spi.MediaSocket;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Twilio's Media Streams on one socket: JSON text both ways, audio as base64 in it.
final class TwilioCodec implements MediaCodec {
  private static final byte[] MEDIA = ascii("media");
  private static final byte[] MARK = ascii("mark");
  private static final byte[] DTMF = ascii("dtmf");
  private static final byte[] START = ascii("start");
  private static final byte[] STOP = ascii("stop");
  private static final byte[] CONNECTED = ascii("connected");
  private static final byte[] INBOUND = ascii("inbound");
  private static final byte[] ULAW = ascii("audio/x-mulaw");
  private static final byte[] AFTER_PAYLOAD = ascii("\"}}");

  /// Fits a frame of 20 ms both as text and as samples; longer messages get an array of their own.
  private static final int USUAL = 1_024;

  private final TwilioFrame frame = new TwilioFrame();
  private final byte[] text = new byte[USUAL];
  private final byte[] samples = new byte[USUAL];
  private byte[] outgoing = new byte[USUAL];
  private int prefix;
  private String streamSid = "";

  @SuppressWarnings("NullAway.Init") // set by opened, before anything else happens
  private MediaSocket socket;

  @Override
  public void opened(MediaSocket socket) {
    this.socket = socket;
  }

  @Override
  public void text(ByteBuf utf8) throws MalformedFrame {
    int length = utf8.readableBytes();
    byte[] message = length <= USUAL ? text : new byte[length];
    utf8.getBytes(utf8.readerIndex(), message, 0, length);
    frame.scan(message, length);
    if (frame.is(Field.EVENT, MEDIA)) {
      media(length);
    } else if (frame.is(Field.EVENT, MARK)) {
      socket.markReached(frame.text(Field.MARK_NAME));
    } else if (frame.is(Field.EVENT, DTMF)) {
      key();
    } else if (frame.is(Field.EVENT, START)) {
      start();
    } else if (frame.is(Field.EVENT, STOP)) {
      socket.stopped();
    } else if (!frame.is(Field.EVENT, CONNECTED)) {
      socket.unknown();
    }
  }

  @Override
  public void binary(ByteBuf bytes) throws MalformedFrame {
    throw new MalformedFrame("Twilio sends text only");
  }

  @Override
  public void play(byte[] bytes, int offset, int length) {
    int needed = prefix + Base64Bytes.encodedLength(length) + AFTER_PAYLOAD.length;
    if (outgoing.length < needed) {
      outgoing = Arrays.copyOf(outgoing, needed);
    }
    int end = Base64Bytes.encode(bytes, offset, length, outgoing, prefix);
    System.arraycopy(AFTER_PAYLOAD, 0, outgoing, end, AFTER_PAYLOAD.length);
    socket.sendText(socket.buffer(needed).writeBytes(outgoing, 0, needed));
  }

  @Override
  public void mark(String name) {
    send(
        "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%s\"}}"
            .formatted(streamSid, JsonText.escape(name)));
  }

  @Override
  public void clear() {
    send("{\"event\":\"clear\",\"streamSid\":\"" + streamSid + "\"}");
  }

  @Override
  public boolean asksAgain() {
    return true;
  }

  @Override
  public void closed() {
    // holds neither timers nor buffers
  }

  private void media(int length) throws MalformedFrame {
    if (frame.has(Field.TRACK) && !frame.is(Field.TRACK, INBOUND)) {
      socket.unknown(); // our own audio, sent back
      return;
    }
    int room = Base64Bytes.decodedLength(length);
    byte[] decoded = room <= USUAL ? samples : new byte[room];
    int bytes = frame.decode(Field.PAYLOAD, decoded);
    long mediaTimeMs = frame.has(Field.TIMESTAMP) ? frame.number(Field.TIMESTAMP) : -1;
    socket.audio(decoded, 0, bytes, mediaTimeMs);
  }

  private void key() throws MalformedFrame {
    var digit = frame.text(Field.DIGIT);
    if (!digit.matches("[0-9*#A-D]")) {
      throw new MalformedFrame("a key that no telephone has");
    }
    socket.keyPressed(digit.charAt(0));
  }

  private void start() throws MalformedFrame {
    var sid = frame.text(Field.STREAM_SID);
    if (!sid.matches("[A-Za-z0-9]{2,64}")) {
      throw new MalformedFrame("a stream without an id");
    }
    if (!frame.is(Field.ENCODING, ULAW)
        || frame.number(Field.SAMPLE_RATE) != 8_000
        || frame.number(Field.CHANNELS) != 1) {
      throw new MalformedFrame("a stream that is not μ-law at 8000 Hz");
    }
    if (streamSid.isEmpty()) {
      streamSid = sid;
      byte[] head =
          ascii("{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"");
      prefix = head.length;
      System.arraycopy(head, 0, outgoing, 0, prefix);
    }
    socket.started(AudioFormat.PHONE, frame.text(Field.CALL_SID));
  }

  private void send(String json) {
    byte[] bytes = ascii(json);
    socket.sendText(socket.buffer(bytes.length).writeBytes(bytes));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
