package dev.frontdesk.server;

import dev.frontdesk.reporting.Condition;
import dev.frontdesk.reporting.Disposition;
import dev.frontdesk.reporting.Intent;
import dev.frontdesk.reporting.Sentiment;
import dev.frontdesk.reporting.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads when a rule applies: `{ intent: book, tag: urgent }`; where several are named, all must
/// hold. Intents and dispositions may be lists, of which one must hold.
final class ConditionReader {
  private ConditionReader() {}

  static Condition read(StrictYaml yaml) {
    yaml.only("intent", "disposition", "sentiment", "tag", "worthAtLeast");
    var all = new ArrayList<Condition>();
    yaml.optional("intent").ifPresent(v -> all.add(
        new Condition.IntentIs(any(v, "an intent such as book", Intent::of))));
    yaml.optional("disposition").ifPresent(v -> all.add(
        new Condition.DispositionIs(any(v, "a disposition such as not-booked", Disposition::of))));
    yaml.optional("sentiment").ifPresent(v -> all.add(
        new Condition.SentimentIs(one(v, "positive, neutral or negative", Sentiment::of))));
    for (var tag : listed(yaml, "tag")) {
      all.add(new Condition.HasTag(one(tag, "a tag such as urgent", Tag::of)));
    }
    yaml.optional("worthAtLeast").ifPresent(v -> all.add(
        new Condition.WorthAtLeast(v.as("an amount such as 150", BigDecimal::new))));
    if (all.isEmpty()) {
      throw yaml.wrong("must say when: intent, disposition, sentiment, tag or worthAtLeast");
    }
    return all.size() == 1 ? all.getFirst() : new Condition.All(all);
  }

  private static List<StrictYaml> listed(StrictYaml yaml, String key) {
    return yaml.optional(key).map(v -> v.isList() ? v.items() : List.of(v)).orElse(List.of());
  }

  private static <T> Set<T> any(
      StrictYaml value, String expected, Function<String, Optional<T>> words) {
    var found = new HashSet<T>();
    for (var item : value.isList() ? value.items() : List.of(value)) {
      found.add(one(item, expected, words));
    }
    if (found.isEmpty()) {
      throw value.wrong("must name one at least");
    }
    return Set.copyOf(found);
  }

  private static <T> T one(
      StrictYaml value, String expected, Function<String, Optional<T>> words) {
    return value.as(expected, text -> words.apply(text).orElseThrow());
  }
}
