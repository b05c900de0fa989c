package dev.frontdesk.integrations.twilio;

import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.telephony.spi.WebhookRequest;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Twilio's side of the wire, as far as tests need it.
final class Twilio {
  static final Secret TOKEN = new Secret("0123456789abcdef");
  static final CarrierUrls URLS =
      new CarrierUrls(URI.create("https://desk.example.com"), URI.create("wss://desk.example.com"));
  static final TwilioSettings SETTINGS = new TwilioSettings("AC1", TOKEN, URLS);

  private Twilio() {}

  static WebhookRequest post(String path, String... namesAndValues) {
    var form = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    var body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var signed =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    return new WebhookRequest(
        "POST",
        path,
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded; charset=UTF-8",
            TwilioSignature.HEADER,
            TwilioSignature.of(TOKEN, URLS.webhooks() + path, signed)),
        body.getBytes(StandardCharsets.US_ASCII));
  }

  static Map<String, String> upgradeHeaders(String path) {
    return Map.of(
        TwilioSignature.HEADER, TwilioSignature.of(TOKEN, URLS.media() + path, Map.of()));
  }

  static String start(String callSid) {
    return """
        {"event":"start","sequenceNumber":"1","streamSid":"MZ1","start":{"accountSid":"AC1",\
        "streamSid":"MZ1","callSid":"%s","tracks":["inbound"],"mediaFormat":\
        {"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},\
        "customParameters":{"call":"c"}}}"""
        .formatted(callSid);
  }

  static String media(byte[] audio, long timestampMs) {
    return """
        {"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2",\
        "timestamp":"%d","payload":"%s"},"streamSid":"MZ1"}"""
        .formatted(timestampMs, Base64.getEncoder().encodeToString(audio));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
