package dev.frontdesk.messaging.spi;

import dev.frontdesk.vocabulary.ProviderResult;

/// A mail server that takes mail from us. Blocks; safe from any thread.
public interface MailSender {
  /// Hands a mail over. The same mail has the same Message-ID each time, so that a second copy,
  /// which no mail server can rule out after a lost answer, is known for what it is.
  ///
  /// - `Ok(Accepted)`: the server has taken responsibility for it
  /// - `Ok(Refused)`: it will never take this mail (5xx to the recipient or the content)
  /// - `Retryable`, `Throttled`: nothing was sent (no connection, 4xx)
  /// - `Permanent`: it takes nothing from us (credentials, TLS)
  /// - `Unconfirmed`: the mail was sent whole and no answer came
  ProviderResult<Submission> send(OutgoingMail mail);
}
