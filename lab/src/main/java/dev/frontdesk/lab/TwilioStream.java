package dev.frontdesk.lab;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
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
  static final String CONNECTED =
      "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] PAYLOAD_END = ascii("\"}}");

  private final String account;
  private final String call;
  private final String sid;
  private final byte[] mediaBegin;
  private long sequence;
  private long chunk;

  TwilioStream(String account, String call, String sid) {
    this.account = account;
    this.call = call;
    this.sid = sid;
    this.mediaBegin =
        ascii("{\"event\":\"media\",\"streamSid\":\"" + sid + "\",\"media\":{\"payload\":\"");
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

  /// Writes a media message into `to`.
  void media(byte[] audio, long timestampMs, ByteBuf to) {
    chunk++;
    to.writeCharSequence(
        "{\"event\":\"media\",\"sequenceNumber\":\"" + next()
            + "\",\"media\":{\"track\":\"inbound\",\"chunk\":\"" + chunk
            + "\",\"timestamp\":\"" + timestampMs + "\",\"payload\":\"",
        StandardCharsets.US_ASCII);
    to.writeBytes(Base64.getEncoder().encode(audio));
    to.writeCharSequence("\"},\"streamSid\":\"" + sid + "\"}", StandardCharsets.US_ASCII);
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
    int bytes = plainMedia(utf8);
    return bytes > 0 ? new Incoming.Media(bytes) : readSlowly(utf8.toString(StandardCharsets.UTF_8));
  }

  /// The size of the audio when the message has the form in which nearly all come; 0 when not.
  private int plainMedia(ByteBuf utf8) {
    int start = utf8.readerIndex();
    int begin = mediaBegin.length;
    int payload = utf8.readableBytes() - begin - PAYLOAD_END.length;
    if (payload <= 0
        || payload % 4 != 0
        || !matches(utf8, start, mediaBegin)
        || !matches(utf8, start + begin + payload, PAYLOAD_END)) {
      return 0;
    }
    int padding = 0;
    for (int i = 0; i < payload; i++) {
      byte c = utf8.getByte(start + begin + i);
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !isBase64(c)) {
        return 0;
      }
    }
    return padding > 2 ? 0 : payload / 4 * 3 - padding;
  }

  private static boolean matches(ByteBuf buffer, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (buffer.getByte(at + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBase64(byte c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+'
        || c == '/';
  }

  private Incoming readSlowly(String text) {
    try {
      var message = JSON.readTree(text);
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
