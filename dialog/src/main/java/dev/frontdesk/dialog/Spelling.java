package dev.frontdesk.dialog;

/// How alike two words are.
final class Spelling {
  private Spelling() {}

  /// Whether one letter changed, added, left out, or two neighbours swapped makes them equal.
  static boolean nearly(String one, String other) {
    int gap = one.length() - other.length();
    if (Math.abs(gap) > 1) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String restOne = one.substring(same);
    String restOther = other.substring(same);
    if (gap == 0) {
      return tail(restOne, 1).equals(tail(restOther, 1)) || swapped(restOne, restOther);
    }
    return gap > 0
        ? tail(restOne, 1).equals(restOther)
        : restOne.equals(tail(restOther, 1));
  }

  private static boolean swapped(String one, String other) {
    return one.length() >= 2
        && one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)
        && one.substring(2).equals(other.substring(2));
  }

  private static String tail(String text, int from) {
    return text.length() <= from ? "" : text.substring(from);
  }
}
