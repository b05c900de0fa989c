package dev.frontdesk.lab;

import java.util.Map;

/// What Google Calendar says instead of doing what it was asked.
final class CalendarRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Map<Integer, String> USUAL =
      Map.of(
          400, "badRequest", 401, "authError", 403, "rateLimitExceeded", 404, "notFound",
          409, "duplicate", 410, "deleted", 412, "conditionNotMet", 429, "rateLimitExceeded",
          500, "backendError", 503, "backendError");

  private final int status;
  private final String reason;

  CalendarRefusal(int status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  static CalendarRefusal invalid(String message) {
    return new CalendarRefusal(400, "invalid", message);
  }

  static CalendarRefusal notFound() {
    return new CalendarRefusal(404, "notFound", "Not Found");
  }

  /// @param reason empty for the usual one
  static VendorAnswer answer(int status, String reason, String message) {
    var word = reason.isEmpty() ? USUAL.getOrDefault(status, "unknown") : reason;
    var json =
        """
        {"error":{"errors":[{"domain":"global","reason":"%s","message":"%s"}],\
        "code":%d,"message":"%s"}}"""
            .formatted(word, message, status, message);
    var answer = VendorAnswer.json(status, json);
    return status == 401
        ? answer.with(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"")
        : answer;
  }

  VendorAnswer answer() {
    return answer(status, reason, String.valueOf(getMessage()).replace('"', '\''));
  }
}
