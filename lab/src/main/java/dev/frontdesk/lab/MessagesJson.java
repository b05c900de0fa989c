package dev.frontdesk.lab;

import dev.frontdesk.messaging.Segments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Twilio's JSON about texts.
final class MessagesJson {
  private static final JsonMapper JSON = new JsonMapper();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private MessagesJson() {}

  static String error(int status, int code, String message) {
    return JSON.createObjectNode()
        .put("code", code)
        .put("message", message)
        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
        .put("status", status)
        .toString();
  }

  static String one(String account, SimulatedText text) {
    return node(account, text).toString();
  }

  static String page(
      String account, List<SimulatedText> texts, int page, int size, String uri, String next) {
    var root = JSON.createObjectNode();
    var list = root.putArray("messages");
    texts.forEach(text -> list.add(node(account, text)));
    root.put("page", page).put("page_size", size).put("uri", uri).put("first_page_uri", uri);
    root.put("start", page * size).put("end", page * size + Math.max(0, texts.size() - 1));
    root.putNull("previous_page_uri");
    if (next.isEmpty()) {
      root.putNull("next_page_uri");
    } else {
      root.put("next_page_uri", next);
    }
    return root.toString();
  }

  private static ObjectNode node(String account, SimulatedText text) {
    var node =
        JSON.createObjectNode()
            .put("account_sid", account)
            .put("api_version", "2010-04-01")
            .put("body", text.body())
            .put("date_created", date(text.createdAt()))
            .put("date_updated", date(text.createdAt()))
            .put("direction", "outbound-api")
            .put("num_media", "0")
            .put("num_segments", Integer.toString(Segments.of(text.body()).parts()))
            .put("price_unit", "USD")
            .put("sid", text.sid())
            .put("status", text.status())
            .put("to", text.to())
            .put(
                "uri",
                "/2010-04-01/Accounts/" + account + "/Messages/" + text.sid() + ".json");
    maybe(node, "from", text.from());
    maybe(node, "messaging_service_sid", text.service());
    boolean unsent = text.status().equals("queued") || text.status().equals("accepted");
    maybe(node, "date_sent", unsent ? "" : date(text.createdAt()));
    if (text.code() == 0) {
      node.putNull("error_code").putNull("error_message");
    } else {
      node.put("error_code", text.code()).put("error_message", "it was lost");
    }
    return node.putNull("price");
  }

  private static void maybe(ObjectNode node, String name, String value) {
    if (value.isEmpty()) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }
}
