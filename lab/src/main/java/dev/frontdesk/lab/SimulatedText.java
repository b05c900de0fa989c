package dev.frontdesk.lab;

import java.time.Instant;

/// A text that the simulated Twilio has taken.
///
/// @param from    the sender's number; of a service's pool, the one that was picked
/// @param service the Messaging Service it was sent by; blank for none
/// @param status  Twilio's own word
/// @param code    Twilio's error code; 0 for none
public record SimulatedText(
    String sid,
    String to,
    String from,
    String service,
    String body,
    String status,
    int code,
    String callback,
    Instant createdAt) {

  SimulatedText now(String newStatus, int newCode) {
    return new SimulatedText(
        sid, to, from, service, body, newStatus, newCode, callback, createdAt);
  }

  @Override
  public String toString() {
    return sid + " " + status;
  }
}
