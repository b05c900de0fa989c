package dev.frontdesk.server;

import dev.frontdesk.messaging.MessagingProfile;
import java.util.Optional;

/// What one organisation has set up for text messages and mail.
///
/// @param profile empty: nobody is written to
public record MessageLink(Optional<MessagingProfile> profile) {
  public static final MessageLink NONE = new MessageLink(Optional.empty());
}
