package dev.frontdesk.integrations.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.AskedDetail;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.Heard.Final;
import dev.frontdesk.voice.spi.Heard.Interim;
import dev.frontdesk.voice.spi.ListeningHint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class NovaDialectTest {
  private static final String UTTERANCE_END =
      "{\"type\":\"UtteranceEnd\",\"channel\":[0,1],\"last_word_end\":2.395}";

  private final NovaDialect nova = new NovaDialect(DeepgramSettings.nova(new Secret("k")));
  private final List<Heard> heard = new ArrayList<>();

  @Test
  void an_interim_is_replaced_and_a_final_stands() {
    read(results("i need", false, false, false));
    read(results("I need a haircut", true, false, false));
    read(results("tomorrow", true, true, false));

    assertThat(heard)
        .containsExactly(
            new Interim(new Transcript("i need")),
            new Final(new Transcript("I need a haircut"), false),
            new Final(new Transcript("tomorrow"), true));
  }

  @Test
  void silence_is_told_only_when_it_ends_something() {
    read(results("", false, false, false));
    read(results("", true, true, false));
    read(UTTERANCE_END);
    assertThat(heard).isEmpty();

    read(results("yes", true, false, false));
    read(results("", true, true, false));
    assertThat(heard).last().isEqualTo(new Final(new Transcript(""), true));
  }

  @Test
  void the_end_of_an_utterance_counts_once_and_only_after_words() {
    read(results("yes", true, false, false));
    read(UTTERANCE_END);
    read(UTTERANCE_END);

    assertThat(heard)
        .containsExactly(
            new Final(new Transcript("yes"), false), new Final(new Transcript(""), true));
  }

  @Test
  void what_was_asked_for_is_answered_even_with_nothing() {
    read(results("", true, false, true));

    assertThat(heard).containsExactly(new Final(new Transcript(""), false));
  }

  @Test
  void a_final_says_how_much_of_the_audio_it_covers() {
    var message = DeepgramMessage.read(bytes(results("a", true, false, false)), length("a"));

    assertThat(nova.read(message, heard::add)).isEqualTo(4.25);
    assertThat(nova.wordsPending()).isFalse();
  }

  @Test
  void the_address_asks_for_the_legs_own_format_and_for_names() {
    var hint = new ListeningHint(AskedDetail.NAME, List.of("Ana & Söhne"), () -> "");

    assertThat(nova.address(AudioFormat.PHONE, hint).toString())
        .startsWith("wss://api.deepgram.com/v1/listen?model=nova-3&")
        .contains("&encoding=mulaw&sample_rate=8000", "&interim_results=true")
        .endsWith("&keyterm=Ana+%26+S%C3%B6hne");
    assertThat(nova.address(AudioFormat.WIDEBAND, hint).toString())
        .contains("&encoding=linear16&sample_rate=16000");
  }

  @Test
  void names_are_told_again_only_when_they_change() {
    nova.address(AudioFormat.PHONE, hint("Ana"));

    assertThat(nova.configure(hint("Ana"))).isEmpty();
    assertThat(nova.configure(hint("Ben \"B\"")))
        .isEqualTo("{\"type\":\"Configure\",\"keyterms\":[\"Ben \\\"B\\\"\"]}");
    assertThat(nova.configure(hint("Ben \"B\""))).isEmpty();
  }

  @Test
  void there_are_never_more_names_than_the_vendor_bears() {
    var many = new KeyTerms(Collections.nCopies(500, "haircut"));
    var longOnes = new KeyTerms(Collections.nCopies(50, "x".repeat(99)));

    assertThat(many.terms()).hasSize(100);
    assertThat(longOnes.terms()).hasSize(12);
  }

  @Test
  void fields_nobody_asked_for_are_passed_over_and_what_is_no_json_is_not_a_message() {
    String odd =
        "{\"type\":\"Results\",\"is_final\":true,\"metadata\":{\"a\":[1,{\"b\":null}]},"
            + "\"channel\":{\"detected\":[],\"alternatives\":[{\"words\":[{\"word\":\"no\"}],"
            + "\"transcript\":\"yes\"},{\"transcript\":\"yet\"}]}}";
    read(odd);
    assertThat(heard).containsExactly(new Final(new Transcript("yes"), false));

    for (String broken : List.of("{\"type\":", "{\"type\":\"Results\"", "nonsense")) {
      assertThatThrownBy(() -> DeepgramMessage.read(bytes(broken), bytes(broken).length))
          .isInstanceOf(JacksonException.class);
    }
    assertThat(DeepgramMessage.read(bytes("[]"), 2).type()).isEmpty();
  }

  private static ListeningHint hint(String name) {
    return new ListeningHint(AskedDetail.NAME, List.of(name), () -> "");
  }

  private void read(String json) {
    byte[] utf8 = bytes(json);
    nova.read(DeepgramMessage.read(utf8, utf8.length), heard::add);
  }

  private static int length(String transcript) {
    return bytes(results(transcript, true, false, false)).length;
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String results(
      String text, boolean isFinal, boolean speechFinal, boolean fromFinalize) {
    return """
        {"type":"Results","channel_index":[0,1],"duration":1.25,"start":3.0,"is_final":%s,\
        "speech_final":%s,"channel":{"alternatives":[{"transcript":"%s","confidence":0.99,\
        "words":[{"word":"hi","start":0.1,"end":0.3}]}]},"from_finalize":%s}"""
        .formatted(isFinal, speechFinal, text, fromFinalize);
  }
}
