package dev.frontdesk.lab;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Precision and recall of each label: how often it is right when given, and how often it is given
/// when right.
final class LabelScores {
  private final Map<String, int[]> labels = new LinkedHashMap<>();

  /// Notes one call's verdict on one label.
  void note(String label, boolean expected, boolean found) {
    int[] counts = labels.computeIfAbsent(label, _ -> new int[3]);
    if (expected && found) {
      counts[0]++;
    } else if (found) {
      counts[1]++;
    } else if (expected) {
      counts[2]++;
    }
  }

  Score of(String label) {
    int[] counts = labels.getOrDefault(label, new int[3]);
    return new Score(counts[0], counts[1], counts[2]);
  }

  /// Over all labels that begin with `prefix`, each mention counted alike.
  Score over(String prefix) {
    int[] sum = new int[3];
    labels.forEach((label, counts) -> {
      if (label.startsWith(prefix)) {
        for (int i = 0; i < 3; i++) {
          sum[i] += counts[i];
        }
      }
    });
    return new Score(sum[0], sum[1], sum[2]);
  }

  Iterable<String> labels() {
    return labels.keySet();
  }

  /// @param right  given and right
  /// @param wrong  given and wrong
  /// @param missed right and not given
  record Score(int right, int wrong, int missed) {
    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    int expected() {
      return right + missed;
    }

    String row(String label) {
      return String.format(
          Locale.ROOT, "%-28s %5d %9.2f %9.2f", label, expected(), precision(), recall());
    }
  }
}
