package dev.frontdesk.reporting;

import java.math.BigDecimal;
import java.util.Currency;

/// What a call's parts cost, as the operator's own contracts say. All zero unless configured: what
/// runs on one's own machine has no price by the minute.
///
/// @param transportMinute   the carrier's, for each begun minute
/// @param listeningMinute   speech recognition, by the second
/// @param speakingThousand  speech synthesis, for a thousand characters
/// @param languageTurn      the language model, for each turn answered
public record Rates(
    Currency currency,
    BigDecimal transportMinute,
    BigDecimal listeningMinute,
    BigDecimal speakingThousand,
    BigDecimal languageTurn) {
  public static final Rates NONE =
      new Rates(
          Currency.getInstance("USD"),
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  public Rates {
    if (transportMinute.signum() < 0
        || listeningMinute.signum() < 0
        || speakingThousand.signum() < 0
        || languageTurn.signum() < 0) {
      throw new IllegalArgumentException("rates must not be negative");
    }
  }
}
