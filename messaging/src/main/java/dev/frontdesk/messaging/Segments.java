package dev.frontdesk.messaging;

/// What a text costs to carry: carriers count, and bill, segments.
///
/// @param units septets in GSM-7, UTF-16 units in UCS-2
/// @param parts how many segments; 1 also for an empty text
/// @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038</a>
public record Segments(Encoding encoding, int units, int parts) {

  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    /// @param joined less than alone, because each part then says which one it is
    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  /// One character outside GSM-7 makes the whole text UCS-2.
  public static Segments of(String text) {
    return text.chars().allMatch(c -> Gsm7.units((char) c) > 0)
        ? count(text, Encoding.GSM_7)
        : count(text, Encoding.UCS_2);
  }

  /// An escape pair of GSM-7, and a surrogate pair of UCS-2, are never split between two parts.
  private static Segments count(String text, Encoding encoding) {
    int units = 0;
    int parts = 1;
    int inPart = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int width =
          encoding == Encoding.GSM_7
              ? Gsm7.units((char) codePoint)
              : Character.charCount(codePoint);
      if (inPart + width > encoding.joined) {
        parts++;
        inPart = 0;
      }
      inPart += width;
      units += width;
      i += Character.charCount(codePoint);
    }
    return new Segments(encoding, units, units <= encoding.alone ? 1 : parts);
  }
}
