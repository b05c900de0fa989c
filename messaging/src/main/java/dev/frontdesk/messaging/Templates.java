package dev.frontdesk.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// All wordings of an organisation: its own, and ours where it has none.
public final class Templates {
  private final List<Template> own;

  /// @throws IllegalArgumentException when two are the same variant of the same
  public Templates(List<Template> own) {
    this.own = List.copyOf(own);
    var seen = new HashSet<String>();
    for (var template : own) {
      var key =
          String.join(
              " ", template.notice().word(), template.channel().name().toLowerCase(Locale.ROOT),
              template.language(), "variant " + template.variant());
      if (!seen.add(key)) {
        throw new IllegalArgumentException("there are two templates " + key);
      }
    }
  }

  public static Templates ours() {
    return new Templates(List.of());
  }

  /// In the locale's language, else in English.
  ///
  /// @param who the person's pseudonym, by which a variant is chosen
  Template choose(Notice notice, Channel channel, Locale locale, String who) {
    var language = locale.getLanguage();
    for (var candidates :
        List.of(
            of(own, notice, channel, language),
            of(OurTemplates.ALL, notice, channel, language),
            of(own, notice, channel, "en"),
            of(OurTemplates.ALL, notice, channel, "en"))) {
      if (!candidates.isEmpty()) {
        return VariantSplit.choose(who, candidates);
      }
    }
    throw new IllegalStateException("there is an English template for every notice");
  }

  private static List<Template> of(
      List<Template> from, Notice notice, Channel channel, String language) {
    var found = new ArrayList<Template>();
    for (var template : from) {
      if (template.notice() == notice
          && template.channel() == channel
          && template.language().equals(language)) {
        found.add(template);
      }
    }
    return found;
  }
}
