package dev.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationCheckpointTest {
  @Test
  void what_is_written_is_read_back_character_by_character() {
    var checkpoint =
        new ConversationCheckpoint(
            7, "{\"a\":\"b\\n\"}", "He said \"yes\"\n\tcafé \uD83D\uDE00", "");

    assertThat(ConversationCheckpoint.parse(checkpoint.toJson())).isEqualTo(checkpoint);
  }

  @Test
  void it_prints_nothing_that_was_said() {
    assertThat(new ConversationCheckpoint(1, "{}", "secret", "secret")).asString()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "{", "[]", "{\"version\":1", "{\"version\":2}", "{\"version\":}", "{\"a\":\"b\\u12\"}",
        "{\"version\":1,}", "null", "{version:1}"
      })
  void anything_else_is_refused(String broken) {
    assertThatThrownBy(() -> ConversationCheckpoint.parse(broken))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
