package dev.frontdesk.durable;

/// A kind of job, and the company it keeps.
///
/// @param name        as `calendar.write`
/// @param integration whose limits, breaker and retries it shares, as `google-calendar`
/// @param urgency     who goes first when there is more to do than can be done
public record JobKind(String name, String integration, Urgency urgency) {

  /// From what somebody is waiting for to what nobody would miss today.
  public enum Urgency {
    CONFIRMATION,
    CALENDAR,
    REMINDER,
    REPORT,
    RECORD
  }
}
