package dev.frontdesk.integrations.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as the speech vendors use it: short messages, read once, field by field.
public final class WireJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private WireJson() {}

  /// A parser over `utf8[0 .. length)`; its methods throw `JacksonException` on what is not JSON.
  public static JsonParser read(byte[] utf8, int length) {
    return FACTORY.createParser(ObjectReadContext.empty(), utf8, 0, length);
  }

  /// `text` as a JSON string, quotes included.
  public static String quote(String text) {
    var quoted = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
