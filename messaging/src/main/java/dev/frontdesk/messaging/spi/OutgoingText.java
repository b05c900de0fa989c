package dev.frontdesk.messaging.spi;

import dev.frontdesk.messaging.MessageId;
import dev.frontdesk.messaging.MessageText;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Duration;

/// One text on its way to a carrier.
///
/// @param id    ours: reports come back under it
/// @param valid how long the carrier may go on trying
public record OutgoingText(
    OrgId org, MessageId id, Sender sender, PhoneNumber to, MessageText text, Duration valid) {}
