package dev.frontdesk.messaging.spi;

import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Instant;
import java.util.List;

/// A carrier of text messages. Blocks; safe from any thread. Carriers know no idempotency: the same
/// text sent twice is two texts, so whoever gets `Unconfirmed` looks before sending again.
public interface MessageSender {
  /// Hands a text over once.
  ///
  /// - `Ok(Accepted)`: the carrier has it and will report on it
  /// - `Ok(Refused)`: it does not take this text, for a reason in the text, its recipient or sender
  /// - `Permanent`: it takes nothing from us (credentials, account)
  /// - `Unconfirmed`: sent, and no answer came, or one that does not say
  ProviderResult<Submission> send(OutgoingText text);

  /// Texts that the carrier took from `since` on which are the same to the letter, from the same
  /// sender to the same number; newest first. A text may show up here a while after it was sent.
  ProviderResult<List<DeliveryReport>> sightings(OutgoingText text, Instant since);

  /// How a text fares now, for when no report came.
  ProviderResult<DeliveryReport> status(String providerId);
}
