package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.voice.spi.AskedDetail;

/// How sure Flux must be that a turn is over, by what was asked: people pause inside numbers and
/// spelled names, hardly inside a yes.
///
/// @param sure      0.5 to 1.0
/// @param early     0.3 to 0.9, at most `sure`: when to say that the turn may be over
/// @param timeoutMs silence that ends the turn however unsure, 500 to 60,000
record FluxPatience(double sure, double early, int timeoutMs) {
  static final FluxPatience USUAL = new FluxPatience(0.7, 0.4, 3_000);
  private static final FluxPatience BRISK = new FluxPatience(0.6, 0.35, 1_500);
  private static final FluxPatience PATIENT = new FluxPatience(0.85, 0.6, 4_000);

  static FluxPatience forDetail(AskedDetail detail) {
    return switch (detail) {
      case YES_OR_NO, CHOICE -> BRISK;
      case ANYTHING, NAME, DATE_OR_TIME -> USUAL;
      case SPELLED_NAME, PHONE_NUMBER, DIGITS, EMAIL_ADDRESS -> PATIENT;
    };
  }

  String query() {
    return "&eot_threshold=%s&eager_eot_threshold=%s&eot_timeout_ms=%d"
        .formatted(sure, early, timeoutMs);
  }

  String json() {
    return "{\"eot_threshold\":%s,\"eager_eot_threshold\":%s,\"eot_timeout_ms\":%d}"
        .formatted(sure, early, timeoutMs);
  }
}
