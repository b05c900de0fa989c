package dev.frontdesk.lab;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What a simulated vendor answers. An empty body is sent as none.
record VendorAnswer(int status, Map<String, String> headers, byte[] body) {
  VendorAnswer {
    headers = Map.copyOf(headers);
  }

  static VendorAnswer json(int status, String json) {
    return new VendorAnswer(
        status,
        Map.of("Content-Type", "application/json; charset=UTF-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  static VendorAnswer xml(int status, String xml) {
    return new VendorAnswer(
        status, Map.of("Content-Type", "application/xml"), xml.getBytes(StandardCharsets.UTF_8));
  }

  static VendorAnswer empty(int status) {
    return new VendorAnswer(status, Map.of(), new byte[0]);
  }

  VendorAnswer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new VendorAnswer(status, more, body);
  }
}
