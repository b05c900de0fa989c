package dev.frontdesk.messaging;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount finer than the smallest coin: a text costs less than a cent.
///
/// @param micros millionths of the currency's unit
public record Price(long micros, Currency currency) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  public Price {
    if (micros < 0) {
      throw new IllegalArgumentException("a price is not negative");
    }
  }

  /// Reads `0.0079 USD`.
  public static Price parse(String text) {
    var parts = text.strip().split("\\s+");
    if (parts.length != 2) {
      throw new IllegalArgumentException("a price must read like '0.0079 USD'");
    }
    return new Price(
        new BigDecimal(parts[0]).multiply(MILLION).longValueExact(),
        Currency.getInstance(parts[1]));
  }

  public Price times(int count) {
    return new Price(Math.multiplyExact(micros, count), currency);
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString() + " " + currency;
  }
}
