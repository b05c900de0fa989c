package dev.frontdesk.messaging;

import java.text.Normalizer;

/// The alphabet in which a text message is cheapest.
final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /// Written as an escape and a second septet.
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private Gsm7() {}

  /// Septets for `c`; 0 when it is not in the alphabet.
  static int units(char c) {
    return BASIC.indexOf(c) >= 0 ? 1 : EXTENDED.indexOf(c) >= 0 ? 2 : 0;
  }

  /// Drops what keeps a date's words out of the alphabet (`sáb` becomes `sab`) where the letter
  /// below the accent is in it; anything else stays as it is. Not for names.
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              var letter = Character.toString(c);
              boolean known = letter.length() == 1 && units(letter.charAt(0)) > 0;
              plain.append(known ? letter : withoutMarks(letter));
            });
    return plain.toString();
  }

  private static String withoutMarks(String letter) {
    var bare = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return bare.length() == 1 && units(bare.charAt(0)) > 0 ? bare : letter;
  }
}
