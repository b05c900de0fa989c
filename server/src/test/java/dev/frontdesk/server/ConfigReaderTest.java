package dev.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.server.SpeechSettings.Ears;
import dev.frontdesk.server.SpeechSettings.Mouth;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final String WHOLE =
      """
      server:
        publicUrl: https://desk.example.com
        port: 9000
      twilio:
        accountSid: AC0123
        authToken: t0ken
      speech:
        ears: deepgram
        mouth: elevenlabs
        deepgram: {apiKey: k1}
        elevenlabs: {apiKey: k2, voice: v1}
      turns:
        endpointing: balanced
      organisations:
        - numbers: ["+14155550100"]
          organisation: {name: Maple Street Barbers, timeZone: America/Los_Angeles}
          services:
            - {id: haircut, name: Haircut, minutes: 30}
          resources:
            - {id: ana, name: Ana, schedule: {mon-fri: ["09:00-17:00"]}}
      """;

  @TempDir Path folder;

  @Test
  void a_whole_file_becomes_settings() throws IOException {
    var settings = read(WHOLE);

    assertThat(settings.httpPort()).isEqualTo(9000);
    assertThat(settings.mediaPort()).isEqualTo(ConfigReader.MEDIA_PORT);
    assertThat(settings.listen()).isEqualTo("127.0.0.1");
    assertThat(settings.speech().ears()).isInstanceOf(Ears.Deepgram.class);
    assertThat(settings.speech().mouth()).isInstanceOf(Mouth.ElevenLabs.class);
    assertThat(settings.turns().endpointing()).isEqualTo("balanced");
    assertThat(settings.turns().recording()).isFalse();
    var organisation = settings.organisations().getFirst();
    assertThat(organisation.org()).isEqualTo(new OrgId("maple-street-barbers"));
    assertThat(organisation.numbers()).containsExactly(new PhoneNumber("+14155550100"));
    assertThat(organisation.concurrentCalls()).isEqualTo(OrganisationSettings.CONCURRENT_CALLS);
  }

  @Test
  void public_addresses_follow_from_the_configured_one() throws IOException {
    var urls = PublicUrls.of(read(WHOLE));

    assertThat(urls.http()).hasToString("https://desk.example.com");
    assertThat(urls.media()).hasToString("wss://desk.example.com");
  }

  @Test
  void without_any_account_speech_is_local() throws IOException {
    var settings = read("organisations: []\n");

    assertThat(settings.speech()).isEqualTo(SpeechSettings.LOCAL);
    assertThat(settings.twilio()).isEmpty();
  }

  @Test
  void settings_print_without_their_secrets() throws IOException {
    assertThat(read(WHOLE)).asString().doesNotContain("t0ken", "k1", "k2");
  }

  @Test
  void a_mistake_names_file_line_and_field() {
    assertThatThrownBy(() -> read(WHOLE.replace("port: 9000", "port: 99000")))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("desk.yaml:3")
        .hasMessageContaining("port");
    assertThatThrownBy(() -> read(WHOLE.replace("ears: deepgram", "ears: cotton")))
        .hasMessageContaining("desk.yaml:8")
        .hasMessageContaining("deepgram or sphinx");
    assertThatThrownBy(() -> read(WHOLE.replace("publicUrl:", "publicURL:")))
        .hasMessageContaining("publicURL");
    assertThatThrownBy(() -> read(WHOLE.replace("t0ken", "env:NO_SUCH_VARIABLE_IS_SET")))
        .hasMessageContaining("desk.yaml:6");
  }

  @Test
  void vendors_that_are_chosen_must_be_configured() {
    assertThatThrownBy(() -> read(WHOLE.replace("  deepgram: {apiKey: k1}\n", "")))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("ears");
  }

  private ServerSettings read(String text) throws IOException {
    Path file = folder.resolve("desk.yaml");
    Files.writeString(file, text);
    return ConfigReader.read(file, Clock.systemUTC());
  }
}
