package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.integrations.twilio.TwilioSignature;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedMessagesTest {
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedMessages twilio =
      SimulatedMessages.start(
          0, new SimulatedMessages.Account(ACCOUNT, "token", URI::create), faults, Duration.ZERO,
          Clock.systemUTC());
  private final List<String> reports = new CopyOnWriteArrayList<>();
  private HttpServer desk;

  @BeforeEach
  void start() throws IOException {
    twilio.step(Duration.ofMillis(1));
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var url = "http://127.0.0.1:" + desk.getAddress().getPort() + exchange.getRequestURI();
          var signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
          boolean signed =
              TwilioSignature.of(new Secret("token"), url, VendorDoor.pairs(body))
                  .equals(signature);
          reports.add(VendorDoor.pairs(body).get("MessageStatus").getFirst() + " " + signed);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    desk.start();
  }

  @AfterEach
  void stop() {
    twilio.close();
    desk.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "To=, 21604",
    "To=12345, 21211",
    "From=, 21603",
    "From=Maple, 21606",
    "Body=, 21602",
    "ValidityPeriod=36001, 21620",
    "StatusCallback=http://under_score.example/, 21609",
    "MessagingServiceSid=MGx, 21701",
    "From=+14155550123, 21266",
  })
  void what_twilio_rejects_is_rejected_with_its_code(String change, int code) throws Exception {
    assertThat(post(change)).contains("\"code\":" + code);
    assertThat(twilio.entries()).isEmpty();
  }

  @Test
  void a_text_is_reported_as_sent_and_delivered_and_both_are_signed() throws Exception {
    assertThat(post("Body=Hello")).contains("\"status\":\"queued\"").contains("\"price\":null");
    Eventually.holds(() -> reports.equals(List.of("sent true", "delivered true")));
  }

  @Test
  void reports_come_twice_late_or_never_as_planned() throws Exception {
    faults.nextCallback(
        CallbackFault.late(Duration.ofMillis(80)), CallbackFault.twice(Duration.ofMillis(5)));
    post("Body=Hello");
    Eventually.holds(() -> reports.equals(List.of("delivered true", "delivered true", "sent true")));
  }

  @Test
  void a_landline_found_later_is_undelivered() throws Exception {
    twilio.handset("+14155550123", SimulatedHandset.LANDLINE_FOUND_LATER);
    post("Body=Hello");
    Eventually.holds(() -> reports.equals(List.of("sent true", "undelivered true")));
    assertThat(twilio.entries().getFirst().code()).isEqualTo(30006);
  }

  private String post(String change) throws Exception {
    var form = new TreeMap<String, String>();
    form.put("To", "+14155550123");
    form.put("From", "+14155550100");
    form.put("Body", "Hello");
    form.put("StatusCallback", "http://127.0.0.1:" + desk.getAddress().getPort() + "/cb/1");
    int equals = change.indexOf('=');
    form.put(change.substring(0, equals), change.substring(equals + 1));
    var body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    var login = Base64.getEncoder().encodeToString((ACCOUNT + ":token").getBytes("UTF-8"));
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(
                      twilio.base().resolve("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json"))
                  .header("Authorization", "Basic " + login)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
