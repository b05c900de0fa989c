package dev.frontdesk.vocabulary;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount in a currency, never more exact than the currency's smallest coin.
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      throw new IllegalArgumentException(
          "%s has more decimals than %s knows".formatted(amount, currency));
    }
    amount = amount.setScale(currency.getDefaultFractionDigits());
  }

  /// Reads `35.00 USD`.
  public static Money parse(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length != 2) {
      throw new IllegalArgumentException("money must read like '35.00 USD', reads '" + text + "'");
    }
    return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
  }

  @Override
  public String toString() {
    return amount + " " + currency;
  }
}
