package dev.frontdesk.dialog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A call's memory as JSON.
final class MemoryJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(
              checker ->
                  checker
                      .withVisibility(
                          com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                      .withFieldVisibility(Visibility.ANY)
                      .withCreatorVisibility(Visibility.ANY))
          .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private MemoryJson() {}

  static String write(Memory memory) {
    return MAPPER.writeValueAsString(memory);
  }

  /// @throws IllegalArgumentException when `json` is not what `write` gives
  static Memory read(String json) {
    try {
      return MAPPER.readValue(json, Memory.class);
    } catch (JacksonException _) {
      // without the cause, which would quote what was said
      throw new IllegalArgumentException("not the memory of an agent");
    }
  }
}
