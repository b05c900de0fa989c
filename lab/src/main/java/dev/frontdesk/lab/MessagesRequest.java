package dev.frontdesk.lab;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Twilio checks before it takes a text, in its order, with its codes.
///
/// @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio: create a
///     Message</a>
final class MessagesRequest {
  private static final int LONGEST_BODY = 1_600;
  private static final int LONGEST_VALID_S = 36_000;

  private MessagesRequest() {}

  record Problem(int code, String message) {}

  /// @param senders numbers that the account owns; any number when empty
  static Optional<Problem> problem(Map<String, String> form, Set<String> senders) {
    var to = form.getOrDefault("To", "");
    var from = form.getOrDefault("From", "");
    var service = form.getOrDefault("MessagingServiceSid", "");
    if (to.isEmpty()) {
      return problem(21604, "A 'To' phone number is required.");
    }
    if (!to.matches("\\+[1-9][0-9]{7,14}")) {
      return problem(21211, "The 'To' number is not a valid phone number.");
    }
    if (from.isEmpty() && service.isEmpty()) {
      return problem(21603, "A 'From' phone number is required.");
    }
    if (!service.isEmpty() && !service.matches("MG[0-9a-f]{32}")) {
      return problem(21701, "The Messaging Service does not exist.");
    }
    if (!from.isEmpty() && (!from.startsWith("+") || !senders.isEmpty() && !senders.contains(from))) {
      return problem(21606, "The 'From' number is not a Twilio number of this account.");
    }
    if (to.equals(from)) {
      return problem(21266, "'To' and 'From' number cannot be the same.");
    }
    return bodyProblem(form);
  }

  private static Optional<Problem> bodyProblem(Map<String, String> form) {
    var body = form.getOrDefault("Body", "");
    if (body.isEmpty()) {
      return problem(21602, "Message body is required.");
    }
    if (body.length() > LONGEST_BODY) {
      return problem(21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    var valid = form.get("ValidityPeriod");
    if (valid != null && !within(valid)) {
      return problem(21620, "Invalid 'ValidityPeriod'.");
    }
    var callback = form.get("StatusCallback");
    if (callback != null && !callable(callback)) {
      return problem(21609, "The 'StatusCallback' URL is not a valid URL.");
    }
    return Optional.empty();
  }

  private static boolean within(String seconds) {
    return seconds.matches("[0-9]{1,5}")
        && Integer.parseInt(seconds) >= 1
        && Integer.parseInt(seconds) <= LONGEST_VALID_S;
  }

  /// A host name with an underscore is none.
  private static boolean callable(String url) {
    try {
      var uri = URI.create(url);
      return uri.getHost() != null && uri.getScheme().startsWith("http");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<Problem> problem(int code, String message) {
    return Optional.of(new Problem(code, message));
  }
}
