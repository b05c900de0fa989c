package dev.frontdesk.lab;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is spoken on one of Twilio's media sockets: messages out are written as Twilio writes them,
/// with numbers as strings; messages in are read as strictly as Twilio reads them.
///
/// @see <a href="https://www.twilio.com/docs/voice/media-streams/websocket-messages">messages</a>
final class TwilioStream {
  /// The longest message with a frame of audio in it.
  static final int LONGEST_MEDIA = 512;

  private static final int PAYLOAD_OF_FRAME = 216;
  static final String CONNECTED =
      "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] PAYLOAD_END = ascii("\"}}");
  private static final byte[] MEDIA_SEQUENCE = ascii("{\"event\":\"media\",\"sequenceNumber\":\"");
  private static final byte[] MEDIA_CHUNK =
      ascii("\",\"media\":{\"track\":\"inbound\",\"chunk\":\"");
  private static final byte[] MEDIA_TIMESTAMP = ascii("\",\"timestamp\":\"");
  private static final byte[] MEDIA_PAYLOAD = ascii("\",\"payload\":\"");
  private static final boolean[] IN_BASE64 = new boolean[256];

  static {
    for (byte c : ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")) {
      IN_BASE64[c] = true;
    }
  }

  private final String account;
  private final String call;
  private final String sid;
  private final byte[] mediaBegin;
  private final byte[] mediaEnd;
  private final byte[] payload = new byte[PAYLOAD_OF_FRAME];
  private byte[] incoming = new byte[1_024];
  private long sequence;
  private long chunk;

  TwilioStream(String account, String call, String sid) {
    this.account = account;
    this.call = call;
    this.sid = sid;
    this.mediaBegin =
        ascii("{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"");
    this.mediaEnd = ascii("\"},\"streamSid\":\"" + sid + "\"}");
  }

  /// What the server may send.
  sealed interface Incoming {
    /// @param bytes how many of μ-law
    record Media(int bytes) implements Incoming {}

    record Mark(String name) implements Incoming {}

    record Clear() implements Incoming {}

    /// Twilio would close the stream with error 31951 or 31950.
    record Refused(String reason) implements Incoming {}
  }

  String start(Map<String, String> parameters) {
    var start = JSON.createObjectNode();
    start.put("event", "start").put("sequenceNumber", next()).put("streamSid", sid);
    var body = start.putObject("start");
    body.put("accountSid", account).put("streamSid", sid).put("callSid", call);
    body.putArray("tracks").add("inbound");
    body.putObject("mediaFormat")
        .put("encoding", "audio/x-mulaw")
        .put("sampleRate", 8000)
        .put("channels", 1);
    var custom = body.putObject("customParameters");
    parameters.forEach(custom::put);
    return start.toString();
  }

  /// Writes a media message to the beginning of `to`.
  ///
  /// @return how long it is
  int media(byte[] audio, long timestampMs, byte[] to) {
    int at = put(MEDIA_SEQUENCE, to, 0);
    at = putNumber(++sequence, to, at);
    at = put(MEDIA_CHUNK, to, at);
    at = putNumber(++chunk, to, at);
    at = put(MEDIA_TIMESTAMP, to, at);
    at = putNumber(timestampMs, to, at);
    at = put(MEDIA_PAYLOAD, to, at);
    at += Base64.getEncoder().encode(audio, payload);
    System.arraycopy(payload, 0, to, at - payload.length, payload.length);
    return put(mediaEnd, to, at);
  }

  private static int put(byte[] piece, byte[] to, int at) {
    System.arraycopy(piece, 0, to, at, piece.length);
    return at + piece.length;
  }

  private static int putNumber(long number, byte[] to, int at) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = digits; i > 0; i--) {
      to[at + i - 1] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  String mark(String name) {
    var mark = JSON.createObjectNode();
    mark.put("event", "mark").put("sequenceNumber", next()).put("streamSid", sid);
    mark.putObject("mark").put("name", name);
    return mark.toString();
  }

  String key(char key) {
    return "{\"event\":\"dtmf\",\"streamSid\":\"" + sid + "\",\"sequenceNumber\":\"" + next()
        + "\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"" + key + "\"}}";
  }

  String stop() {
    return "{\"event\":\"stop\",\"sequenceNumber\":\"" + next() + "\",\"streamSid\":\"" + sid
        + "\",\"stop\":{\"accountSid\":\"" + account + "\",\"callSid\":\"" + call + "\"}}";
  }

  Incoming read(ByteBuf utf8) {
    int length = utf8.readableBytes();
    if (incoming.length < length) {
      incoming = new byte[length];
    }
    utf8.getBytes(utf8.readerIndex(), incoming, 0, length);
    int bytes = plainMedia(incoming, length);
    return bytes > 0 ? new Incoming.Media(bytes) : readSlowly(incoming, length);
  }

  /// The size of the audio when the message has the form in which nearly all come; 0 when not.
  private int plainMedia(byte[] message, int length) {
    int from = mediaBegin.length;
    int to = length - PAYLOAD_END.length;
    if (to <= from
        || (to - from) % 4 != 0
        || !Arrays.equals(message, 0, from, mediaBegin, 0, from)
        || !Arrays.equals(message, to, length, PAYLOAD_END, 0, PAYLOAD_END.length)) {
      return 0;
    }
    int padding = message[to - 1] != '=' ? 0 : message[to - 2] != '=' ? 1 : 2;
    for (int i = from; i < to - padding; i++) {
      if (!IN_BASE64[message[i] & 0xff]) {
        return 0;
      }
    }
    return (to - from) / 4 * 3 - padding;
  }

  private Incoming readSlowly(byte[] utf8, int length) {
    try {
      var message = JSON.readTree(utf8, 0, length); // refuses what is not UTF-8
      if (!message.path("streamSid").asString("").equals(sid)) {
        return new Incoming.Refused("message without this stream's streamSid");
      }
      return switch (message.path("event").asString("")) {
        case "media" -> media(message.path("media").path("payload"));
        case "mark" -> mark(message.path("mark").path("name"));
        case "clear" -> new Incoming.Clear();
        case String _ -> new Incoming.Refused("unknown event");
      };
    } catch (JacksonException e) {
      return new Incoming.Refused("not JSON");
    }
  }

  private static Incoming media(JsonNode payload) {
    try {
      int bytes = Base64.getDecoder().decode(payload.asString("")).length;
      return bytes > 0
          ? new Incoming.Media(bytes)
          : new Incoming.Refused("media without a payload");
    } catch (IllegalArgumentException e) {
      return new Incoming.Refused("payload is not base64");
    }
  }

  private static Incoming mark(JsonNode name) {
    return name.isString() && !name.asString().isEmpty()
        ? new Incoming.Mark(name.asString())
        : new Incoming.Refused("mark without a name");
  }

  private String next() {
    return Long.toString(++sequence);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
