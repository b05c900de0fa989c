package dev.frontdesk.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Twilio's REST interface for texts, and its webhooks about them, on loopback. Operations:
/// `messages.create`, `messages.list`, `messages.fetch`; callbacks: `messages.status`.
public final class SimulatedMessages implements AutoCloseable, VendorDoor.Vendor {
  /// So many requests of one account at once; what is more gets 429.
  static final int MOST_AT_ONCE = 100;

  private static final Set<String> STOP_WORDS =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

  private final Account account;
  private final Clock clock;
  private final VendorDoor door;
  private final MessagesCallbacks callbacks;
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, SimulatedText> texts = new LinkedHashMap<>();
  private final Map<String, SimulatedHandset> handsets = new ConcurrentHashMap<>();
  private final Set<String> senders = ConcurrentHashMap.newKeySet();
  private volatile Duration step = Duration.ofMillis(50);

  /// @param sid   `AC` and 32 hex digits
  /// @param reach where the server behind a public address listens: `URI::create` when it is what it
  ///     says
  public record Account(String sid, String authToken, Function<String, URI> reach) {}

  private SimulatedMessages(
      int port, Account account, VendorFaults faults, Duration latency, Clock clock) {
    this.account = account;
    this.clock = clock;
    this.callbacks =
        new MessagesCallbacks(new TwilioSigner(account.authToken), account.reach, faults);
    this.door = VendorDoor.open(port, this, faults, latency);
  }

  /// @param port    0 for any
  /// @param latency what each request takes
  /// @param clock   the server's, when it runs on one of its own
  public static SimulatedMessages start(
      int port, Account account, VendorFaults faults, Duration latency, Clock clock) {
    return new SimulatedMessages(port, account, faults, latency, clock);
  }

  public URI base() {
    return door.base();
  }

  /// What texts to a number meet from now on.
  public void handset(String number, SimulatedHandset handset) {
    handsets.put(number, handset);
  }

  /// Numbers that the account owns; until one is named, any will do.
  public void own(String number) {
    senders.add(number);
  }

  /// How long a text takes from one status to the next.
  public void step(Duration between) {
    step = between;
  }

  /// All that were taken, oldest first.
  public synchronized List<SimulatedText> entries() {
    return List.copyOf(texts.values());
  }

  /// A customer texts: posts the signed webhook and gives the answer's TwiML.
  ///
  /// @param webhook the server's public address for texts that come in
  /// @param sid     the same again is the same text brought twice
  public String customerTexts(String webhook, String sid, String from, String to, String body)
      throws IOException, InterruptedException {
    if (STOP_WORDS.contains(body.strip().toUpperCase(Locale.ROOT))) {
      handset(from, SimulatedHandset.OPTED_OUT);
    }
    var form =
        Map.of(
            "MessageSid", sid, "AccountSid", account.sid, "From", from, "To", to, "Body", body,
            "NumMedia", "0", "ApiVersion", "2010-04-01");
    var answer = callbacks.post(webhook, form, "I" + sid);
    if (answer.statusCode() != 200) {
      throw new IOException("the server answered " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public String operation(VendorRequest request) {
    if (request.method().equals("POST")) {
      return "messages.create";
    }
    return request.path().endsWith("/Messages.json") ? "messages.list" : "messages.fetch";
  }

  @Override
  public VendorAnswer answer(VendorRequest request) {
    if (!authorised(request)) {
      return error(401, 20003, "Authenticate");
    }
    if (!atOnce.tryAcquire()) {
      return error(429, 20429, "Too Many Requests").with("Retry-After", "1");
    }
    try {
      var root = "/2010-04-01/Accounts/" + account.sid + "/Messages";
      if (request.path().equals(root + ".json")) {
        return request.method().equals("POST") ? create(request) : list(request);
      }
      return request.path().startsWith(root + "/") && request.method().equals("GET")
          ? fetch(request.path().substring(root.length() + 1).replace(".json", ""))
          : error(404, 20404, "The requested resource was not found");
    } finally {
      atOnce.release();
    }
  }

  @Override
  public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
    int code = refused.status() == 429 ? 20429 : refused.status() == 401 ? 20003 : 20500;
    return error(refused.status(), code, "simulated");
  }

  @Override
  public VendorAnswer expired(VendorRequest request) {
    return error(401, 20003, "Authenticate");
  }

  private VendorAnswer create(VendorRequest request) {
    var form =
        request.form().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getFirst()));
    var problem = MessagesRequest.problem(form, senders);
    if (problem.isPresent()) {
      return error(400, problem.get().code(), problem.get().message());
    }
    var to = form.getOrDefault("To", "");
    var handset = handsets.getOrDefault(to, SimulatedHandset.TAKES_TEXTS);
    if (handset.refusedWith() != 0) {
      return error(400, handset.refusedWith(), "refused");
    }
    var service = form.getOrDefault("MessagingServiceSid", "");
    var text =
        new SimulatedText(
            "SM" + UUID.randomUUID().toString().replace("-", ""), to,
            form.getOrDefault("From", ""), service, form.getOrDefault("Body", ""),
            service.isEmpty() ? "queued" : "accepted", 0,
            form.getOrDefault("StatusCallback", ""), clock.instant());
    synchronized (this) {
      texts.put(text.sid(), text);
    }
    threads.execute(() -> carry(text, handset));
    return VendorAnswer.json(201, MessagesJson.one(account.sid, text));
  }

  /// From status to status; there is no callback for the first.
  private void carry(SimulatedText text, SimulatedHandset handset) {
    if (handset == SimulatedHandset.SILENT) {
      return;
    }
    try {
      Thread.sleep(step);
      move(text.sid(), "sent", 0);
      Thread.sleep(step);
      if (handset.lostWith() == 0) {
        move(text.sid(), "delivered", 0);
      } else {
        move(text.sid(), "undelivered", handset.lostWith());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void move(String sid, String status, int code) throws InterruptedException {
    SimulatedText text;
    synchronized (this) {
      text = texts.computeIfPresent(sid, (_, before) -> before.now(status, code));
    }
    if (text == null || text.callback().isEmpty()) {
      return;
    }
    var form = new LinkedHashMap<String, String>();
    form.put("MessageSid", sid);
    form.put("SmsSid", sid);
    form.put("MessageStatus", status);
    form.put("SmsStatus", status);
    form.put("To", text.to());
    form.put("From", text.from().isEmpty() ? "+15005550006" : text.from());
    form.put("AccountSid", account.sid);
    form.put("ApiVersion", "2010-04-01");
    if (!text.service().isEmpty()) {
      form.put("MessagingServiceSid", text.service());
    }
    if (code != 0) {
      form.put("ErrorCode", Integer.toString(code));
    }
    callbacks.report(text.callback(), form);
  }

  private VendorAnswer fetch(String sid) {
    Optional<SimulatedText> text;
    synchronized (this) {
      text = Optional.ofNullable(texts.get(sid));
    }
    return text.map(it -> VendorAnswer.json(200, MessagesJson.one(account.sid, it)))
        .orElseGet(() -> error(404, 20404, "The requested resource was not found"));
  }

  /// Newest first. A filter by date of sending leaves out what has none yet, as the real one does.
  private VendorAnswer list(VendorRequest request) {
    int size = request.parameter("PageSize").map(Integer::parseInt).orElse(50);
    int page = request.parameter("Page").map(Integer::parseInt).orElse(0);
    boolean sentOnly =
        request.query().keySet().stream().anyMatch(name -> name.startsWith("DateSent"));
    var matching = new ArrayList<SimulatedText>();
    for (var text : entries().reversed()) {
      if (request.parameter("To").filter(to -> !to.equals(text.to())).isEmpty()
          && request.parameter("From").filter(from -> !from.equals(text.from())).isEmpty()
          && !(sentOnly && Set.of("queued", "accepted").contains(text.status()))) {
        matching.add(text);
      }
    }
    var here = matching.stream().skip((long) page * size).limit(size).toList();
    var path = request.rawPath() + "?PageSize=" + size;
    var to = request.parameter("To").map(n -> "&To=" + n.replace("+", "%2B")).orElse("");
    var next = matching.size() > (page + 1) * size ? path + to + "&Page=" + (page + 1) : "";
    return VendorAnswer.json(
        200, MessagesJson.page(account.sid, here, page, size, path + to + "&Page=0", next));
  }

  private static VendorAnswer error(int status, int code, String message) {
    return VendorAnswer.json(status, MessagesJson.error(status, code, message));
  }

  private boolean authorised(VendorRequest request) {
    var expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (account.sid + ":" + account.authToken).getBytes(StandardCharsets.UTF_8));
    return request.header("Authorization").filter(expected::equals).isPresent();
  }

  @Override
  public void close() {
    door.close();
    threads.shutdownNow();
    callbacks.close();
  }
}
