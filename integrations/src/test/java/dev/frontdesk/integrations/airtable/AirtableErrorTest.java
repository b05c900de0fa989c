package dev.frontdesk.integrations.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AirtableErrorTest {
  @Test
  void the_type_is_kept_and_of_the_message_only_the_field() {
    var error =
        AirtableError.read(
            "{\"error\":{\"type\":\"UNKNOWN_FIELD_NAME\","
                + "\"message\":\"Unknown field name: \\\"fldABCDEFGHIJKLMN\\\" of Zoe\"}}");
    assertThat(error.words()).isEqualTo("UNKNOWN_FIELD_NAME (field fldABCDEFGHIJKLMN)");
  }

  @Test
  void a_bare_word_is_a_type() {
    assertThat(AirtableError.read("{\"error\":\"NOT_FOUND\"}").words()).isEqualTo("NOT_FOUND");
  }

  @Test
  void what_is_no_json_or_no_word_says_nothing() {
    assertThat(AirtableError.read("<html>").words()).isEmpty();
    assertThat(AirtableError.read("{\"error\":\"Zoe said no\"}").words()).isEmpty();
    assertThat(AirtableError.read("").words()).isEmpty();
  }
}
