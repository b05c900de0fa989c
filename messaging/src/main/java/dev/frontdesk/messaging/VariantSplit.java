package dev.frontdesk.messaging;

import java.util.Comparator;
import java.util.List;

/// Which of several wordings somebody gets: always the same one, however often they are asked for
/// and wherever, and as many people each as the shares say. Pure.
final class VariantSplit {
  private VariantSplit() {}

  /// @param who      a pseudonym: the same person is the same text
  /// @param variants of one notice, channel and language; at least one with a share
  static Template choose(String who, List<Template> variants) {
    var sorted = variants.stream().sorted(Comparator.comparing(Template::variant)).toList();
    int total = sorted.stream().mapToInt(Template::share).sum();
    if (total == 0) {
      return sorted.getFirst();
    }
    var first = sorted.getFirst();
    var digest = Digests.sha256(first.notice().word() + "\n" + first.channel() + "\n" + who);
    int point = Math.floorMod(digest[0] << 24 | (digest[1] & 0xff) << 16
        | (digest[2] & 0xff) << 8 | digest[3] & 0xff, total);
    for (var template : sorted) {
      if (point < template.share()) {
        return template;
      }
      point -= template.share();
    }
    throw new IllegalStateException("shares add up");
  }
}
