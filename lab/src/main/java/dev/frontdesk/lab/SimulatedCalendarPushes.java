package dev.frontdesk.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Channels by which the calendar tells of changes.
final class SimulatedCalendarPushes implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Set<String> FIELDS =
      Set.of("id", "type", "address", "token", "expiration", "params", "payload", "kind");

  private final VendorFaults faults;
  private final Clock clock;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final AtomicLong sent = new AtomicLong();

  private record Channel(
      String id,
      String resource,
      String calendar,
      URI address,
      String token,
      Instant until,
      AtomicLong messages) {}

  SimulatedCalendarPushes(VendorFaults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  ObjectNode watch(String calendar, JsonNode wanted) {
    for (var entry : wanted.properties()) {
      if (!FIELDS.contains(entry.getKey())) {
        throw CalendarRefusal.invalid("Unknown name " + entry.getKey());
      }
    }
    var id = wanted.path("id").asString("");
    var address = URI.create(wanted.path("address").asString(""));
    if (!id.matches("[A-Za-z0-9\\-_+/=]{1,64}")) {
      throw new CalendarRefusal(400, "channelIdInvalid", "Channel id invalid");
    }
    if (!wanted.path("type").asString("").equals("web_hook")) {
      throw CalendarRefusal.invalid("Invalid channel type");
    }
    boolean loopback = "127.0.0.1".equals(address.getHost());
    if (!"https".equals(address.getScheme()) && !loopback) {
      throw new CalendarRefusal(
          400, "push.webhookUrlNotHttps", "WebHook callback must be HTTPS");
    }
    var asked = Instant.ofEpochMilli(wanted.path("expiration").asLong(Long.MAX_VALUE));
    var latest = clock.instant().plus(LONGEST);
    var until = asked.isBefore(latest) ? asked : latest;
    var channel =
        new Channel(
            id,
            "res-" + UUID.randomUUID(),
            calendar,
            address,
            wanted.path("token").asString(""),
            until,
            new AtomicLong());
    if (channels.putIfAbsent(id, channel) != null) {
      throw new CalendarRefusal(400, "channelIdNotUnique", "Channel id not unique");
    }
    tell(channel, "sync");
    var answer = SimulatedCalendarBook.JSON.createObjectNode();
    answer.put("kind", "api#channel");
    answer.put("id", id);
    answer.put("resourceId", channel.resource);
    answer.put("resourceUri", "https://www.googleapis.com/calendar/v3/calendars/" + calendar);
    answer.put("expiration", Long.toString(until.toEpochMilli()));
    return answer;
  }

  void stop(JsonNode wanted) {
    var channel = channels.get(wanted.path("id").asString(""));
    if (channel == null || !channel.resource.equals(wanted.path("resourceId").asString(""))) {
      throw new CalendarRefusal(404, "notFound", "Channel not found");
    }
    channels.remove(channel.id);
  }

  void changed(String calendar) {
    for (var channel : channels.values()) {
      if (channel.calendar.equals(calendar) && channel.until.isAfter(clock.instant())) {
        tell(channel, "exists");
      }
    }
  }

  long sent() {
    return sent.get();
  }

  int open() {
    return channels.size();
  }

  private void tell(Channel channel, String state) {
    var request =
        HttpRequest.newBuilder(channel.address)
            .timeout(Duration.ofSeconds(10))
            .header("X-Goog-Channel-ID", channel.id)
            .header("X-Goog-Channel-Token", channel.token)
            .header("X-Goog-Channel-Expiration", channel.until.toString())
            .header("X-Goog-Resource-ID", channel.resource)
            .header("X-Goog-Resource-URI", "https://www.googleapis.com/calendar/v3/")
            .header("X-Goog-Resource-State", state)
            .header("X-Goog-Message-Number", Long.toString(channel.messages.incrementAndGet()))
            .POST(BodyPublishers.noBody())
            .build();
    switch (faults.takeCallback("push")) {
      case CallbackFault.Once() -> send(request, Duration.ZERO);
      case CallbackFault.Twice(var after) -> {
        send(request, Duration.ZERO);
        send(request, after);
      }
      case CallbackFault.Late(var by) -> send(request, by);
      case CallbackFault.Lost() -> {}
    }
  }

  private void send(HttpRequest request, Duration after) {
    timer.schedule(
        () -> {
          sent.incrementAndGet();
          http.sendAsync(request, BodyHandlers.discarding());
        },
        after.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.shutdownNow();
  }
}
