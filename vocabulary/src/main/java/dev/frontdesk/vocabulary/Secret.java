package dev.frontdesk.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A key, token or password. Never prints; compares in constant time.
public final class Secret {
  private final String value;

  public Secret(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
    this.value = value;
  }

  /// The plain text, for the one place that signs or sends it.
  public String reveal() {
    return value;
  }

  public boolean matches(String candidate) {
    return MessageDigest.isEqual(bytes(value), bytes(candidate));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return 0; // a hash of a secret is a hint about it
  }

  @Override
  public String toString() {
    return "secret";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
