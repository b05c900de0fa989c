package dev.frontdesk.reporting;

import dev.frontdesk.reporting.CallRecord.Speaker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/// What a call cost, part by part, to a hundredth of a cent.
public record CallCost(Currency currency, List<Part> parts) {
  private static final int DECIMALS = 4;

  public CallCost {
    parts = List.copyOf(parts);
  }

  /// @param name     `transport`, `transcriber`, `model`, `voice`
  /// @param unit     what `quantity` counts: `minutes`, `characters`, `turns`
  public record Part(String name, BigDecimal quantity, String unit, BigDecimal amount) {}

  public BigDecimal total() {
    return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public BigDecimal of(String part) {
    return parts.stream()
        .filter(p -> p.name().equals(part))
        .map(Part::amount)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  static CallCost of(CallRecord call, Rates rates) {
    long seconds = call.length().toSeconds();
    var begun = BigDecimal.valueOf((seconds + 59) / 60);
    var minutes = BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 4, RoundingMode.UP);
    var characters =
        BigDecimal.valueOf(
            call.lines().stream()
                .filter(line -> line.speaker() == Speaker.AGENT)
                .mapToLong(line -> line.text().text().length())
                .sum());
    var turns = BigDecimal.valueOf(call.turns().size());
    return new CallCost(
        rates.currency(),
        List.of(
            part("transport", begun, "minutes", rates.transportMinute()),
            part("transcriber", minutes, "minutes", rates.listeningMinute()),
            part("model", turns, "turns", rates.languageTurn()),
            part(
                "voice", characters, "characters", rates.speakingThousand().movePointLeft(3))));
  }

  private static Part part(String name, BigDecimal quantity, String unit, BigDecimal each) {
    return new Part(
        name, quantity, unit, quantity.multiply(each).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
