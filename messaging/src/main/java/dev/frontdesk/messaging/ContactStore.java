package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What customers want, and what they wrote. Blocks; every method is one transaction.
public interface ContactStore {
  /// Adds to the list of those not to be written to; once is enough.
  ///
  /// @param only of this purpose; of every purpose when empty
  /// @param how  `reply`, `carrier`, `operator`, `call`
  void suppress(OrgId org, Recipient who, Optional<Purpose> only, String how, Instant at);

  /// Takes them off the list, from everything.
  void lift(OrgId org, Recipient who, String how, Instant at);

  /// Those on the list, newest first.
  List<Suppression> suppressions(OrgId org, int limit);

  /// Keeps the proof that they agreed to be written to; the same again is one.
  void consented(OrgId org, Recipient who, Purpose purpose, Proof proof);

  List<Proof> consents(OrgId org, Recipient who);

  /// What was answered to this text before, if it came before.
  Optional<Answered> answered(OrgId org, String providerId);

  /// Keeps a text that came in. The same id twice is one.
  void received(OrgId org, Incoming incoming);

  /// How many answers went to them since.
  int answersSince(OrgId org, Recipient who, Instant since);

  /// The newest texts, newest first.
  List<Incoming> inbox(OrgId org, int limit);

  /// @param id names the entry without naming the person
  record Suppression(
      String id, Channel channel, Optional<Purpose> only, String how, Instant since) {}

  /// @param basis   how they agreed: `call`, `reply`
  /// @param subject what shows it: the id of the call, of the message
  /// @param wording what they agreed to
  record Proof(String basis, String subject, String wording, Instant at) {}

  record Answered(Optional<MessageText> answer) {}

  /// @param meaning how it was read, as `call-off`
  record Incoming(
      String providerId,
      Recipient from,
      Transcript text,
      String meaning,
      Optional<BookingId> booking,
      Optional<MessageText> answer,
      Instant at) {}
}
