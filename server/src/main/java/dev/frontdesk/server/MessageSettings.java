package dev.frontdesk.server;

import dev.frontdesk.integrations.smtp.SmtpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What the whole server is told about text messages and mail.
///
/// @param smtp             where mail is handed over; without it none is sent
/// @param twilioUrl        Twilio's interface for texts, where it is not the one for calls
/// @param linkLife         how long a link to move an appointment works at most
/// @param settle           how long a text whose answer was lost may still show up at Twilio
/// @param undeliveredAfter without a delivered notice for so long, an alarm is raised
public record MessageSettings(
    Optional<SmtpSettings> smtp,
    Optional<URI> twilioUrl,
    Duration linkLife,
    Duration settle,
    Duration undeliveredAfter) {
  public static final MessageSettings DEFAULT =
      new MessageSettings(
          Optional.empty(),
          Optional.empty(),
          Duration.ofHours(72),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));
}
