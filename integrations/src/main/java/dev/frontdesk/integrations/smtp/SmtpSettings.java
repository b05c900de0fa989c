package dev.frontdesk.integrations.smtp;

import dev.frontdesk.vocabulary.Secret;
import java.time.Duration;
import java.util.Optional;

/// Where mail is handed over.
///
/// @param login    name and password, where the server wants them
/// @param patience how long each step may take
public record SmtpSettings(
    String host, int port, Tls tls, Optional<Login> login, Duration patience) {

  public enum Tls {
    /// For a server on this machine only.
    NONE,
    /// Begins in the clear, and goes on only encrypted (port 587).
    STARTTLS,
    /// Encrypted from the first byte (port 465).
    IMPLICIT
  }

  public record Login(String user, Secret password) {}

  public SmtpSettings {
    if (tls == Tls.NONE && login.isPresent()) {
      throw new IllegalArgumentException("a password is only sent over TLS: set smtp.tls");
    }
  }
}
