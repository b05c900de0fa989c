package dev.frontdesk.integrations.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.reporting.Analysis;
import dev.frontdesk.reporting.Intent;
import dev.frontdesk.reporting.SomeCall;
import dev.frontdesk.reporting.Tag;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class ChatAnalystTest {
  private static final String GOOD =
      """
      {"intent": {"value": "book", "confidence": 0.9},
       "sentiment": {"value": "neutral", "confidence": 3},
       "tags": [{"value": "urgent", "confidence": 0.7}, {"value": "made-up"},
                {"value": "urgent"}],
       "keyPhrases": [{"value": "leaking pipe", "confidence": 0.8}],
       "summary": "The caller wanted a plumber.", "success": true}""";

  private HttpServer server;
  private ChatAnalyst analyst;
  private int status = 200;
  private String content = GOOD;
  private String asked = "";
  private String authorization = "";

  ChatAnalystTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    analyst = at(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"));
  }

  @BeforeEach
  void start() {
    server.createContext("/v1/chat/completions", exchange -> {
      asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      authorization = exchange.getRequestHeaders().getFirst("Authorization");
      var answer = JsonNodeFactory.instance.objectNode();
      answer.putArray("choices").addObject().putObject("message").put("content", content);
      byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Retry-After", "9");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    analyst.close();
    server.stop(0);
  }

  @Test
  void an_answer_in_our_words_is_an_analysis_by_the_model() {
    var analysis = ((Ok<Analysis>) ask()).value();

    assertThat(analysis.intent().value()).isEqualTo(Intent.BOOK);
    assertThat(analysis.intent().by()).isEqualTo("a-model");
    assertThat(analysis.sentiment().confidence()).isEqualTo(1);
    assertThat(analysis.tags()).hasSize(1);
    assertThat(analysis.has(Tag.URGENT)).isTrue();
    assertThat(analysis.keyPhrases().getFirst().value()).isEqualTo("leaking pipe");
  }

  @Test
  void what_is_sent_is_the_masked_transcript_and_no_number() {
    ask();

    var sent = JsonMapper.shared().readTree(asked);
    assertThat(sent.path("model").asString()).isEqualTo("a-model");
    assertThat(sent.at("/messages/1/content").asString()).isEqualTo("User: card [digits]");
    assertThat(sent.at("/messages/0/content").asString()).contains("reschedule", "no-time-fits");
    assertThat(asked).doesNotContain(SomeCall.DANA.e164()).doesNotContain("4929");
    assertThat(authorization).isEqualTo("Bearer a-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "I think they wanted to book.", "{}", "[]", "",
    "{\"intent\":{\"value\":\"fly\"},\"sentiment\":{\"value\":\"neutral\"},"
        + "\"summary\":\"s\",\"success\":true}"
  })
  void an_answer_of_another_form_is_left_to_the_rules(String answer) {
    content = answer;

    assertThat(failure(ask())).isInstanceOf(Permanent.class);
  }

  @ParameterizedTest
  @CsvSource({"401, Permanent", "400, Permanent", "500, Retryable", "503, Retryable"})
  void a_refusal_says_what_may_be_done_next(int refused, String kind) {
    status = refused;

    assertThat(failure(ask()).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void throttled_waits_as_told() {
    status = 429;

    assertThat(failure(ask())).isEqualTo(new Throttled("429", Duration.ofSeconds(9)));
  }

  @Test
  void a_model_that_is_not_there_may_be_asked_later() {
    try (var nobody = at(URI.create("http://127.0.0.1:1/v1"))) {
      assertThat(failure(nobody.analyse(call()))).isInstanceOf(Retryable.class);
    }
  }

  private static dev.frontdesk.reporting.CallRecord call() {
    return new SomeCall().caller("card 4929 1234 5678 9012").record();
  }

  private ProviderResult<Analysis> ask() {
    return analyst.analyse(call());
  }

  private static ChatAnalyst at(URI url) {
    return new ChatAnalyst(
        new ChatSettings(url, new Secret("a-key"), "a-model", Duration.ofSeconds(10)));
  }

  private static Failure failure(ProviderResult<?> result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed<?>) result).failure();
  }
}
