package dev.frontdesk.reporting;

/// Something concluded about a call, with how sure and by whom.
///
/// @param confidence 0 to 1; 1 is for what rows prove
/// @param by         the name and version of what produced it, as `rules-1`
public record Finding<T>(T value, double confidence, String by) {
  public Finding {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is 0 to 1, is " + confidence);
    }
    if (by.isBlank()) {
      throw new IllegalArgumentException("a finding names what produced it");
    }
  }

  public static <T> Finding<T> certain(T value, String by) {
    return new Finding<>(value, 1, by);
  }
}
