package dev.frontdesk.server;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.server.ApiErrors.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `POST /call` asks for: Vapi's CreateCallDTO as far as a WebSocket call needs it. Unknown
/// properties are mistakes, and all mistakes are told at once, in the words Vapi's clients know.
///
/// @param assistantId echoed; each organisation has one receptionist, whatever a client calls it
/// @param name        for the caller's own lists; may be empty
record CallRequest(String assistantId, String name, AudioFormat format) {
  private static final Set<String> PROPERTIES =
      Set.of("assistantId", "assistant", "assistantOverrides", "name", "metadata", "transport");
  private static final Set<String> PHONE =
      Set.of("phoneNumberId", "phoneNumber", "customerId", "customer", "customers");
  private static final Set<String> TRANSPORT =
      Set.of("provider", "audioFormat", "conversationType");
  private static final Set<String> AUDIO_FORMAT = Set.of("format", "container", "sampleRate");
  private static final int LONGEST_NAME = 40;

  static CallRequest read(Map<String, Object> body) {
    var mistakes = new ArrayList<String>();
    for (String key : body.keySet()) {
      if (PHONE.contains(key)) {
        mistakes.add(key + " cannot be combined with transport.provider vapi.websocket");
      } else if (!PROPERTIES.contains(key)) {
        mistakes.add("property " + key + " should not exist");
      }
    }
    if (!body.containsKey("assistantId") && !body.containsKey("assistant")) {
      mistakes.add("one of assistant, assistantId, squad, squadId is required");
    }
    String name = body.get("name") instanceof String text ? text : "";
    if (name.length() > LONGEST_NAME) {
      mistakes.add("name must be shorter than or equal to 40 characters");
    }
    var format = format(body.get("transport"), mistakes);
    if (!mistakes.isEmpty()) {
      throw new BadRequest(mistakes);
    }
    String assistant = body.get("assistantId") instanceof String id ? id : "receptionist";
    return new CallRequest(assistant, name, format);
  }

  private static AudioFormat format(@Nullable Object transport, List<String> mistakes) {
    if (!(transport instanceof Map<?, ?> fields)) {
      mistakes.add("transport must be an object with provider vapi.websocket");
      return AudioFormat.WIDEBAND;
    }
    unknown("transport", fields, TRANSPORT, mistakes);
    if (!"vapi.websocket".equals(fields.get("provider"))) {
      mistakes.add("transport.provider must be vapi.websocket");
    }
    Object audio = fields.get("audioFormat");
    if (audio == null) {
      return AudioFormat.WIDEBAND;
    }
    if (!(audio instanceof Map<?, ?> chosen)) {
      mistakes.add("transport.audioFormat must be an object");
      return AudioFormat.WIDEBAND;
    }
    unknown("transport.audioFormat", chosen, AUDIO_FORMAT, mistakes);
    if (chosen.get("container") != null && !"raw".equals(chosen.get("container"))) {
      mistakes.add("transport.audioFormat.container must be raw");
    }
    return encoded(chosen, mistakes);
  }

  private static AudioFormat encoded(Map<?, ?> chosen, List<String> mistakes) {
    Object name = chosen.get("format") == null ? "pcm_s16le" : chosen.get("format");
    boolean ulaw = "mulaw".equals(name);
    if (!ulaw && !"pcm_s16le".equals(name)) {
      mistakes.add("transport.audioFormat.format must be one of pcm_s16le, mulaw");
    }
    Object rate = chosen.get("sampleRate") == null ? (ulaw ? 8_000 : 16_000) : chosen.get("sampleRate");
    try {
      int hertz = rate instanceof Number number ? number.intValue() : -1;
      return new AudioFormat(ulaw ? AudioFormat.Encoding.ULAW : AudioFormat.Encoding.L16, hertz);
    } catch (IllegalArgumentException unusable) {
      mistakes.add("transport.audioFormat.sampleRate must be 8000 to 48000 and a multiple of 50");
      return AudioFormat.WIDEBAND;
    }
  }

  private static void unknown(
      String where, Map<?, ?> fields, Set<String> known, List<String> mistakes) {
    for (Object key : fields.keySet()) {
      if (!known.contains(key)) {
        mistakes.add(where + ".property " + key + " should not exist");
      }
    }
  }
}
