package dev.frontdesk.integrations.airtable;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What Airtable says of a refusal: `{"error":{"type":…,"message":…}}`, or `{"error":…}` alone.
///
/// @param type  as `UNKNOWN_FIELD_NAME`
/// @param field the id of the field it names; empty when it names none
record AirtableError(String type, String field) {
  private static final Pattern FIELD = Pattern.compile("\\bfld[A-Za-z0-9]{14}\\b");

  /// Of the message only the field's id is kept: it may quote what a row says.
  static AirtableError read(String body) {
    try {
      var error = AirtableHttp.JSON.readTree(body).path("error");
      if (error.isString()) {
        return new AirtableError(word(error), "");
      }
      var found = FIELD.matcher(error.path("message").asString(""));
      return new AirtableError(word(error.path("type")), found.find() ? found.group() : "");
    } catch (JacksonException e) {
      return new AirtableError("", "");
    }
  }

  String words() {
    return field.isEmpty() ? type : type + " (field " + field + ")";
  }

  private static String word(JsonNode node) {
    var text = node.asString("");
    return text.matches("[A-Z_]{1,60}") ? text : "";
  }
}
