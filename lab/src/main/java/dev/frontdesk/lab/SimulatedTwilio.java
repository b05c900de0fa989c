package dev.frontdesk.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.lab.PersonAtPhone.PickUp;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Twilio's side: rings numbers of the server by signed webhooks, follows the TwiML it gets, carries
/// the media, reports how calls end, and takes REST requests to end one.
public final class SimulatedTwilio implements AutoCloseable {
  /// What Twilio gives as `From` when the number is withheld.
  static final String ANONYMOUS = "+266696687";

  private static final Duration WEBHOOK_PATIENCE = Duration.ofSeconds(15);

  private final String account;
  private final String authToken;
  private final ServerDoor door;
  private final TwilioSigner signer;
  private final HttpServer rest;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, TwilioLine> calls = new ConcurrentHashMap<>();
  private final Map<String, PickUp> people = new ConcurrentHashMap<>();

  private SimulatedTwilio(String account, String authToken, ServerDoor door, HttpServer rest) {
    this.account = account;
    this.authToken = authToken;
    this.door = door;
    this.signer = new TwilioSigner(authToken);
    this.rest = rest;
  }

  /// A REST interface that listens before any server does, so that a server can be told of it.
  public static HttpServer openRest() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException("no port for the simulated carrier", e);
    }
  }

  public static URI address(HttpServer rest) {
    return URI.create("http://127.0.0.1:" + rest.getAddress().getPort());
  }

  public static SimulatedTwilio start(
      String account, String authToken, ServerDoor door, HttpServer rest) {
    var twilio = new SimulatedTwilio(account, authToken, door, rest);
    rest.createContext("/2010-04-01/Accounts/" + account + "/Calls/", twilio::update);
    return twilio;
  }

  /// Somebody who may be rung for a caller.
  void person(PersonAtPhone person) {
    people.put(person.phone().e164(), person.pickUp());
  }

  /// What happens when a number is rung; null for one that does not exist.
  @Nullable PickUp pickUpOf(String number) {
    return people.get(number);
  }

  /// A line on which `from` rings `to`, a number of the server's.
  CallLine line(NettyMediaLoop loop, Optional<PhoneNumber> from, PhoneNumber to) {
    var sid = "CA" + UUID.randomUUID().toString().replace("-", "");
    var line = new TwilioLine(this, loop, sid, from.map(PhoneNumber::e164).orElse(ANONYMOUS), to.e164());
    calls.put(sid, line);
    return line;
  }

  String account() {
    return account;
  }

  ServerDoor door() {
    return door;
  }

  void over(String call) {
    calls.remove(call);
  }

  /// POSTs a signed form to one of the server's public addresses.
  CompletableFuture<HttpResponse<String>> post(String url, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(door.behind(url))
            .timeout(WEBHOOK_PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signer.sign(url, form))
            .header("User-Agent", "TwilioProxy/1.1")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  /// Over a media socket's address there is no form to sign.
  String signatureOf(URI stream) {
    return signer.sign(stream.toString(), Map.of());
  }

  @Override
  public void close() {
    rest.stop(0);
    http.close();
  }

  /// `POST /2010-04-01/Accounts/AC…/Calls/CA….json` with `Status=completed`, or with new TwiML.
  private void update(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var path = exchange.getRequestURI().getPath();
      var sid = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
      var line = calls.get(sid);
      int status = authorised(exchange) ? line == null ? 404 : 200 : 401;
      if (status == 200 && line != null) {
        if ("completed".equals(form.get("Status"))) {
          line.loop().execute(line::endedByServer);
        } else if (form.containsKey("Twiml")) {
          line.loop().execute(() -> line.carryOut(form.getOrDefault("Twiml", "")));
        } else {
          status = 400;
        }
      }
      byte[] answer =
          ("{\"sid\":\"" + sid + "\",\"status\":\"" + (status == 200 ? "completed" : status) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private boolean authorised(HttpExchange exchange) {
    var expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((account + ":" + authToken).getBytes(StandardCharsets.UTF_8));
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static Map<String, String> form(String body) {
    var fields = new ConcurrentHashMap<String, String>();
    for (var field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
