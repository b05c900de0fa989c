package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScriptedVersionTest {

  @Test
  void the_same_words_have_the_same_version() {
    assertThat(ScriptedVersion.in(Locale.US)).isEqualTo(ScriptedVersion.in(Locale.UK));
    assertThat(ScriptedVersion.in(Locale.US).value())
        .matches(ScriptedVersion.RULES + "-[0-9a-f]{8}");
  }

  @Test
  void other_words_have_another() {
    assertThat(ScriptedVersion.of(new byte[] {1, 2, 3, 4, 5}))
        .isNotEqualTo(ScriptedVersion.of(new byte[] {1, 2, 3, 5, 5}));
  }

  @Test
  void an_agent_says_which_it_is() {
    assertThat(PhoneCall.fromKnownNumber().version()).isEqualTo(ScriptedVersion.in(Locale.US));
  }
}
