package dev.frontdesk.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioDialerTest {
  private static final PhoneNumber FROM = new PhoneNumber("+14155550100");
  private static final PhoneNumber TO = new PhoneNumber("+14155550123");
  private static final String CALL = "{\"sid\":\"CA9\",\"status\":\"queued\"}";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 201;
  private volatile String answer = CALL;
  private HttpServer api;

  @BeforeEach
  void start() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    api.start();
  }

  @AfterEach
  void stop() {
    api.stop(0);
  }

  @Test
  void a_call_is_asked_for_with_both_addresses() {
    assertThat(dial()).isEqualTo(new Ok<>("CA9"));

    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst())
        .startsWith("POST /2010-04-01/Accounts/AC1/Calls.json ")
        .contains("To=%2B14155550123")
        .contains("From=%2B14155550100")
        .contains("Url=https%3A%2F%2Fdesk.example.com%2Fcall")
        .contains("StatusCallback=https%3A%2F%2Fdesk.example.com%2Fstatus")
        .contains("StatusCallbackEvent=completed");
  }

  @Test
  void a_number_that_cannot_be_is_permanent() {
    answer(400, "{\"code\":21211,\"message\":\"x\",\"status\":400}");

    assertThat(dial()).isEqualTo(new Failed<>(new Failure.Permanent("twilio 400 (21211)")));
  }

  @Test
  void too_many_requests_wait() {
    answer(429, "{\"code\":20429,\"message\":\"x\",\"status\":429}");

    assertThat(dial())
        .isEqualTo(
            new Failed<>(new Failure.Throttled("twilio 429 (20429)", Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void an_error_behind_the_gateway_is_unconfirmed_and_asked_once(int broken) {
    answer(broken, "<html>");

    assertThat(dial()).isInstanceOfSatisfying(Failed.class, TwilioDialerTest::assertUnconfirmed);
    assertThat(requests).hasSize(1);
  }

  @Test
  void an_answer_that_cannot_be_read_is_unconfirmed() {
    answer(201, "{\"sid\":");

    assertThat(dial()).isInstanceOfSatisfying(Failed.class, TwilioDialerTest::assertUnconfirmed);
  }

  @Test
  void silence_after_sending_is_unconfirmed() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var dialer = dialer(silent.getLocalPort(), Duration.ofMillis(200));
      var result = dialer.dial(FROM, TO, at("a"), at("b"));

      assertThat(result).isInstanceOfSatisfying(Failed.class, TwilioDialerTest::assertUnconfirmed);
    }
  }

  @Test
  void nobody_listening_is_retryable() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThat(dialer(port, Duration.ofSeconds(5)).dial(FROM, TO, at("a"), at("b")))
        .isEqualTo(new Failed<>(new Failure.Retryable("twilio could not be reached")));
  }

  @Test
  void a_call_is_ended_and_one_that_is_over_stays_so() {
    answer(200, CALL);
    assertThat(dialer().hangUp("CA9")).isEqualTo(new Ok<>("CA9"));
    assertThat(requests.getFirst())
        .startsWith("POST /2010-04-01/Accounts/AC1/Calls/CA9.json ")
        .contains("Status=completed");

    answer(400, "{\"code\":21220,\"message\":\"x\",\"status\":400}");
    assertThat(dialer().hangUp("CA9")).isEqualTo(new Ok<>("CA9"));
  }

  private static void assertUnconfirmed(Failed<?> failed) {
    assertThat(failed.failure()).isInstanceOf(Failure.Unconfirmed.class);
  }

  private void answer(int status, String body) {
    this.status = status;
    this.answer = body;
  }

  private ProviderResult<String> dial() {
    return dialer().dial(FROM, TO, at("call"), at("status"));
  }

  private TwilioDialer dialer() {
    return dialer(api.getAddress().getPort(), Duration.ofSeconds(10));
  }

  private static TwilioDialer dialer(int port, Duration patience) {
    return new TwilioDialer(
        new TwilioSettings(
            "AC1", Twilio.TOKEN, Twilio.URLS, URI.create("http://127.0.0.1:" + port), patience));
  }

  private static URI at(String path) {
    return URI.create("https://desk.example.com/" + path);
  }
}
