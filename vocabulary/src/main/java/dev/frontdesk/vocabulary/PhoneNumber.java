package dev.frontdesk.vocabulary;

/// A telephone number in E.164 (`+14155550123`). Parsing what people say or type is the edge's
/// work; here the form alone is checked. Prints without its middle.
///
/// @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164: at most 15 digits</a>
public record PhoneNumber(String e164) {
  public PhoneNumber {
    if (!e164.matches("\\+[1-9][0-9]{4,14}")) {
      throw new IllegalArgumentException(
          "phone number must be + and 5 to 15 digits, has %d characters".formatted(e164.length()));
    }
  }

  @Override
  public String toString() {
    return e164.substring(0, 2) + "…" + e164.substring(e164.length() - 2);
  }
}
