package dev.frontdesk.messaging;

import java.util.Optional;

/// One wording of one notice.
///
/// @param language ISO 639, two letters
/// @param variant  names this wording among those of one notice, channel and language
/// @param share    how many of them get this one, against the others' shares
/// @param subject  of a mail
public record Template(
    Notice notice,
    Channel channel,
    String language,
    String variant,
    int share,
    Optional<TemplateText> subject,
    TemplateText text) {

  public Template {
    if (!language.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException("a template's language is two letters such as en");
    }
    if (!variant.matches("[a-z0-9-]{1,30}")) {
      throw new IllegalArgumentException("a variant's name is small letters, digits and -");
    }
    if (share < 0 || share > 1000) {
      throw new IllegalArgumentException("a variant's share is from 0 to 1000");
    }
    if (channel == Channel.MAIL && subject.isEmpty()) {
      throw new IllegalArgumentException("a mail needs a subject");
    }
  }

  /// @throws IllegalArgumentException naming the template and the token it does not know
  public static Template sms(
      Notice notice, String language, String variant, int share, String text) {
    return new Template(
        notice, Channel.SMS, language, variant, share, Optional.empty(),
        TemplateText.parse(name(notice, "sms", language, variant), text));
  }

  /// @throws IllegalArgumentException naming the template and the token it does not know
  public static Template mail(
      Notice notice, String language, String variant, int share, String subject, String text) {
    var name = name(notice, "mail", language, variant);
    return new Template(
        notice, Channel.MAIL, language, variant, share,
        Optional.of(TemplateText.parse(name + ", subject,", subject)),
        TemplateText.parse(name, text));
  }

  private static String name(Notice notice, String channel, String language, String variant) {
    return "'%s' (%s, %s, variant %s)".formatted(notice.word(), channel, language, variant);
  }

  /// Whether a text from this needs a link that works.
  boolean hasLink() {
    return text.tokens().contains(Token.LINK);
  }
}
