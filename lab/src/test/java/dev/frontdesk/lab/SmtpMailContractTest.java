package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.smtp.SmtpMail;
import dev.frontdesk.integrations.smtp.SmtpSettings;
import dev.frontdesk.messaging.MailSenderContract;
import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.messaging.spi.MailSender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Angus Mail against the simulated server: both do what every mail server does.
class SmtpMailContractTest extends MailSenderContract {
  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedMail server = SimulatedMail.start(0, faults, Duration.ZERO);
  private MailSender sender = sender(server.port());

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected MailSender sender() {
    return sender;
  }

  @Override
  protected void next(Next fault) {
    switch (fault) {
      case NO_CONNECTION -> sender = sender(1);
      case NOT_NOW -> faults.nextOf("mail.rcpt", VendorFault.status(451));
      case TAKE_IT_AND_RESET -> faults.nextOf("mail.data", VendorFault.resetAfter());
    }
  }

  @Override
  protected void nobodyAt(String address) {
    server.nobodyAt(address);
  }

  @Override
  protected List<String> taken() {
    return server.entries().stream().map(letter -> letter.header("Message-ID")).toList();
  }

  @Test
  void an_invitation_travels_for_calendars_that_read_mail_and_as_a_file() {
    sender.send(mail("a", Optional.of(invite(Invite.Method.REQUEST, 0))));
    var letter = server.entries().getFirst();

    assertThat(letter.header("Content-Type")).startsWith("multipart/mixed");
    assertThat(letter.header("Subject")).contains("UTF-8").doesNotContain("Booked: H\n");
    assertThat(letter.text().replaceAll("\r\n ", ""))
        .contains("multipart/alternative")
        .contains("Content-Type: text/calendar; charset=UTF-8; method=REQUEST")
        .contains("filename=appointment.ics")
        .contains("DTSTART:20260303T230000Z")
        .contains("DTEND:20260303T233000Z")
        .contains("UID:01997c00-0000-7000-8000-000000000001@frontdesk")
        .contains("SEQUENCE:0")
        .contains("STATUS:CONFIRMED")
        .contains("LOCATION:12 Maple Street\\; 2nd floor\\, left");
  }

  @Test
  void calling_off_is_the_same_appointment_with_a_later_sequence() {
    sender.send(mail("a", Optional.of(invite(Invite.Method.CANCEL, 2))));
    assertThat(server.entries().getFirst().text())
        .contains("METHOD:CANCEL")
        .contains("STATUS:CANCELLED")
        .contains("SEQUENCE:2")
        .contains("UID:01997c00-0000-7000-8000-000000000001@frontdesk");
  }

  @Test
  void a_line_that_is_a_dot_ends_nothing() {
    sender.send(mail("a", Optional.empty()));
    assertThat(server.entries().getFirst().text()).contains("A line with a dot above");
  }

  private static MailSender sender(int port) {
    return new SmtpMail(
        new SmtpSettings(
            "127.0.0.1", port, SmtpSettings.Tls.NONE, Optional.empty(), Duration.ofSeconds(5)));
  }
}
