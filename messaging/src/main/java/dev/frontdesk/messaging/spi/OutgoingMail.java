package dev.frontdesk.messaging.spi;

import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.vocabulary.EmailAddress;
import java.util.Optional;

/// One mail.
///
/// @param fromName what the recipient sees as sender
/// @param invite   an appointment for the recipient's calendar
public record OutgoingMail(
    MessageId id,
    EmailAddress from,
    String fromName,
    EmailAddress to,
    MessageText subject,
    MessageText text,
    Optional<Invite> invite) {}
