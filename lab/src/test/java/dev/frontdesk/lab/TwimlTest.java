package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.lab.Twiml.Refused;
import dev.frontdesk.lab.Twiml.Verb;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlTest {

  @Test
  void a_stream_and_what_follows_it_are_read_in_order() throws Refused {
    var verbs =
        Twiml.parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Connect><Stream url="wss://desk.test/media/twilio/t0ken">
              <Parameter name="call" value="c1"/></Stream></Connect>
              <Redirect method="POST">https://desk.test/twilio/calls/o/c1</Redirect></Response>""");

    assertThat(verbs)
        .containsExactly(
            new Verb.Connect(
                URI.create("wss://desk.test/media/twilio/t0ken"), Map.of("call", "c1")),
            new Verb.Redirect("https://desk.test/twilio/calls/o/c1"));
  }

  @Test
  void words_and_hanging_up_are_read() throws Refused {
    assertThat(Twiml.parse("<Response><Say language=\"en-US\">Bye</Say><Hangup/></Response>"))
        .containsExactly(new Verb.Say("Bye"), new Verb.Hangup());
  }

  @Test
  void a_person_to_be_rung_is_read() throws Refused {
    var dial =
        "<Response><Dial timeout='25' timeLimit='14400' callerId='+14155550123' action='https://a/b'"
            + " method='POST'><Number statusCallback='https://a/c' statusCallbackMethod='POST'"
            + " statusCallbackEvent='answered'>+14155550199</Number></Dial></Response>";

    assertThat(Twiml.parse(dial))
        .containsExactly(
            new Verb.Dial(
                "+14155550199", "+14155550123", 25, "https://a/b", "https://a/c",
                Set.of("answered")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Response><Connect><Stream url='ws://a/b'/></Connect></Response>",
        "<Response><Connect><Stream url='wss://a/b?t=1'/></Connect></Response>",
        "<Response><Connect><Stream/></Connect></Response>",
        "<Response><Connect><Stream url='wss://a/b' codec='x'/></Connect></Response>",
        "<Response><Connect></Connect></Response>",
        "<Response><Stream url='wss://a/b'/></Response>",
        "<Response><Dial action='https://a/b'><Number>14155550199</Number></Dial></Response>",
        "<Response><Dial><Number>+14155550199</Number></Dial></Response>",
        "<Response><Dial action='https://a/b' timeout='9999'><Number>+14155550199</Number></Dial>"
            + "</Response>",
        "<Response><Dial action='https://a/b'><Number statusCallbackEvent='sneezed'>+14155550199"
            + "</Number></Dial></Response>",
        "<Response><Dial action='https://a/b'><Sip>sip:a@b</Sip></Dial></Response>",
        "<Response><Dance/></Response>",
        "<response/>",
        "<Response>",
        "{}"
      })
  void what_twilio_refuses_is_refused(String document) {
    assertThatThrownBy(() -> Twiml.parse(document)).isInstanceOf(Refused.class);
  }
}
