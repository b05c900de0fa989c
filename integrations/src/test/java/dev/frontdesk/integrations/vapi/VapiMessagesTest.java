package dev.frontdesk.integrations.vapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.SettableClock;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.ConversationEvent.AgentSpeaking;
import dev.frontdesk.voice.ConversationEvent.AgentSpoke;
import dev.frontdesk.voice.ConversationEvent.BargedIn;
import dev.frontdesk.voice.ConversationEvent.BargedIn.Outcome;
import dev.frontdesk.voice.ConversationEvent.CallerHeard;
import dev.frontdesk.voice.ConversationEvent.Ended;
import dev.frontdesk.voice.ConversationEvent.TurnTaken;
import dev.frontdesk.voice.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VapiMessagesTest {
  private static final Duration AT = Duration.ofSeconds(1);

  private final SettableClock clock = new SettableClock(Instant.ofEpochMilli(1_000));
  private final List<JsonNode> sent = new ArrayList<>();
  private final VapiMessages messages =
      new VapiMessages(clock, json -> sent.add(new JsonMapper().readTree(json)));

  @Test
  void a_turn_is_told_as_speech_transcripts_and_the_conversation_so_far() {
    messages.saw(new AgentSpeaking(AT, 0, new Transcript("Hello."), false));
    messages.saw(
        new AgentSpoke(AT, 0, new Transcript("Hello."), new Transcript("Hello."), false));
    messages.saw(new CallerHeard(AT, 1, new Transcript("a hair"), false));
    messages.saw(new CallerHeard(AT, 1, new Transcript("a haircut"), true));
    clock.advance(Duration.ofSeconds(2));
    messages.saw(new TurnTaken(AT, 1, new Transcript("A haircut"), 300, false));

    assertThat(sent)
        .extracting(VapiMessagesTest::summary)
        .containsExactly(
            "status-update in-progress",
            "speech-update started assistant",
            "speech-update stopped assistant",
            "transcript final assistant Hello.",
            "conversation-update 1",
            "speech-update started user",
            "transcript partial user a hair",
            "transcript partial user a haircut",
            "speech-update stopped user",
            "transcript final user A haircut",
            "conversation-update 2");
    var conversation = sent.getLast();
    assertThat(conversation.path("messages").path(1).path("secondsFromStart").asDouble())
        .isEqualTo(2.0);
    assertThat(conversation.path("messagesOpenAIFormatted").path(0).path("role").asString())
        .isEqualTo("assistant");
    assertThat(conversation.path("timestamp").asLong()).isEqualTo(3_000);
  }

  @Test
  void only_a_caller_who_took_the_floor_interrupted() {
    messages.saw(new BargedIn(AT, 1, Outcome.BACKCHANNEL, 10));
    messages.saw(new BargedIn(AT, 1, Outcome.FALSE_ALARM, 10));
    messages.saw(new BargedIn(AT, 1, Outcome.TOOK_FLOOR, 10));

    assertThat(sent).extracting(VapiMessagesTest::summary)
        .containsExactly("status-update in-progress", "user-interrupted");
  }

  @Test
  void the_end_comes_with_its_reason() {
    messages.saw(new Ended(AT, new Ending.LongestCallReached(), Map.of()));

    assertThat(sent.getLast().path("status").asString()).isEqualTo("ended");
    assertThat(sent.getLast().path("endedReason").asString()).isEqualTo("exceeded-max-duration");
  }

  private static String summary(JsonNode message) {
    var type = message.path("type").asString();
    return switch (type) {
      case "status-update" -> type + " " + message.path("status").asString();
      case "speech-update" ->
          type + " " + message.path("status").asString() + " " + message.path("role").asString();
      case "transcript" ->
          "%s %s %s %s"
              .formatted(
                  type,
                  message.path("transcriptType").asString(),
                  message.path("role").asString(),
                  message.path("transcript").asString());
      case "conversation-update" -> type + " " + message.path("messages").size();
      default -> type;
    };
  }
}
