package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// When a rule applies, in words that configuration uses. `told` says it back, so that a score or a
/// task explains itself.
public sealed interface Condition {
  boolean holds(Report report);

  String told();

  record IntentIs(Set<Intent> any) implements Condition {
    @Override
    public boolean holds(Report report) {
      return any.contains(report.analysis().intent().value());
    }

    @Override
    public String told() {
      return "intent " + any.stream().map(Intent::word).sorted().collect(Collectors.joining("/"));
    }
  }

  record DispositionIs(Set<Disposition> any) implements Condition {
    @Override
    public boolean holds(Report report) {
      return any.contains(report.disposition().value());
    }

    @Override
    public String told() {
      return "disposition "
          + any.stream().map(Disposition::word).sorted().collect(Collectors.joining("/"));
    }
  }

  record SentimentIs(Sentiment sentiment) implements Condition {
    @Override
    public boolean holds(Report report) {
      return report.analysis().sentiment().value() == sentiment;
    }

    @Override
    public String told() {
      return "sentiment " + sentiment.word();
    }
  }

  record HasTag(Tag tag) implements Condition {
    @Override
    public boolean holds(Report report) {
      return report.analysis().has(tag);
    }

    @Override
    public String told() {
      return "tag " + tag.word();
    }
  }

  /// What was booked costs this much or more.
  record WorthAtLeast(BigDecimal amount) implements Condition {
    @Override
    public boolean holds(Report report) {
      return report.call().worth().map(Money::amount).filter(w -> w.compareTo(amount) >= 0)
          .isPresent();
    }

    @Override
    public String told() {
      return "worth at least " + amount.toPlainString();
    }
  }

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Report report) {
      return conditions.stream().allMatch(condition -> condition.holds(report));
    }

    @Override
    public String told() {
      return conditions.stream().map(Condition::told).collect(Collectors.joining(" and "));
    }
  }
}
