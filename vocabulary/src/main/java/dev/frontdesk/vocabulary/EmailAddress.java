package dev.frontdesk.vocabulary;

import java.util.Locale;

/// An e-mail address, its domain in lower case. Prints redacted.
public record EmailAddress(String value) {
  public EmailAddress {
    int at = value.lastIndexOf('@');
    if (at < 1 || at == value.length() - 1 || value.length() > 254 || value.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("not an e-mail address");
    }
    value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "an e-mail address";
  }
}
