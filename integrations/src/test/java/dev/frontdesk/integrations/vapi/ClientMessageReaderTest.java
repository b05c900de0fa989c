package dev.frontdesk.integrations.vapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.integrations.vapi.ClientCommand.AddMessage;
import dev.frontdesk.integrations.vapi.ClientCommand.Control;
import dev.frontdesk.integrations.vapi.ClientCommand.Role;
import dev.frontdesk.integrations.vapi.ClientCommand.Say;
import dev.frontdesk.integrations.vapi.ClientCommand.Switch;
import dev.frontdesk.integrations.vapi.ClientMessageReader.Read;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.vocabulary.Transcript;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"end-call\"}", "{\"type\":\"hangup\"}"})
  void both_words_for_the_end_end_the_call(String json) throws MalformedFrame {
    assertThat(read(json)).isEqualTo(new Read.EndCall());
  }

  @Test
  void say_takes_its_words_from_content_or_message() throws MalformedFrame {
    var said = new Say(new Transcript("One moment"), true, true, false);

    assertThat(read("{\"type\":\"say\",\"content\":\"One moment\",\"endCallAfterSpoken\":true}"))
        .isEqualTo(new Read.Command(said));
    assertThat(read("{\"type\":\"say\",\"message\":\"One moment\",\"endCallAfterSpoken\":true}"))
        .isEqualTo(new Read.Command(said));
  }

  @Test
  void a_message_is_added_and_answered_unless_told_otherwise() throws MalformedFrame {
    assertThat(
            read(
                "{\"type\":\"add-message\",\"message\":{\"role\":\"system\",\"content\":\"x\"},"
                    + "\"triggerResponseEnabled\":false}"))
        .isEqualTo(new Read.Command(new AddMessage(Role.SYSTEM, new Transcript("x"), false)));
    assertThat(
            read("{\"type\":\"add-message\",\"message\":{\"role\":\"user\",\"content\":\"x\"}}"))
        .isEqualTo(new Read.Command(new AddMessage(Role.USER, new Transcript("x"), true)));
  }

  @Test
  void a_control_names_its_switch() throws MalformedFrame {
    assertThat(read("{\"type\":\"control\",\"control\":\"mute-assistant\"}"))
        .isEqualTo(new Read.Command(new Control(Switch.MUTE_ASSISTANT)));
    assertThat(read("{\"type\":\"control\",\"control\":\"dance\"}")).isInstanceOf(Read.Unknown.class);
    assertThat(
            read("{\"type\":\"add-message\",\"message\":{\"role\":\"tool\",\"content\":\"x\"}}"))
        .isInstanceOf(Read.Unknown.class);
  }

  @Test
  void other_types_are_unknown() throws MalformedFrame {
    assertThat(read("{\"type\":\"transfer\"}"))
        .isEqualTo(
            new Read.Unknown(
                "a WebSocket call cannot be transferred: nobody can be rung for it"));
    assertThat(read("{\"type\":\"dance\"}")).isInstanceOf(Read.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "\"end-call\"",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"say\"}",
        "{\"type\":\"say\",\"content\":[1]}",
        "{\"type\":\"add-message\",\"message\":\"x\"}",
        "{\"type\":\"end-call\""
      })
  void what_makes_no_sense_is_malformed(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedFrame.class);
  }

  @Test
  void what_the_client_wants_said_is_not_logged() throws MalformedFrame {
    assertThat(read("{\"type\":\"say\",\"content\":\"Dana Whitfield\"}").toString())
        .doesNotContain("Dana");
  }

  private static Read read(String json) throws MalformedFrame {
    return ClientMessageReader.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
