package dev.frontdesk.integrations.elevenlabs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Which character sounds when, in milliseconds of the audio that came with it.
record Alignment(List<String> characters, int[] startMs, int[] lengthMs) {
  static final Alignment NONE = new Alignment(List.of(), new int[0], new int[0]);

  /// Reads the value that `json` stands on; `null` and lists of unequal length count as none.
  static Alignment read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return NONE;
    }
    List<String> characters = List.of();
    int[] starts = {};
    int[] lengths = {};
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "chars" -> characters = strings(json);
        case "charStartTimesMs" -> starts = integers(json);
        case "charDurationsMs", "charsDurationsMs" -> lengths = integers(json);
        default -> json.skipChildren();
      }
    }
    boolean whole = starts.length == characters.size() && lengths.length == characters.size();
    return whole ? new Alignment(characters, starts, lengths) : NONE;
  }

  private static List<String> strings(JsonParser json) {
    var strings = new ArrayList<String>();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        strings.add(json.getString());
      }
    }
    return strings;
  }

  private static int[] integers(JsonParser json) {
    int[] integers = new int[32];
    int count = 0;
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken().isNumeric()) {
        if (count == integers.length) {
          integers = Arrays.copyOf(integers, 2 * count);
        }
        integers[count++] = json.getIntValue();
      }
    }
    return Arrays.copyOf(integers, count);
  }
}
