package dev.frontdesk.messaging;

import dev.frontdesk.messaging.spi.MailSender;
import java.time.Clock;
import java.util.List;

class MemoryMailTest extends MailSenderContract {
  private final MemoryCarrier carrier = new MemoryCarrier(Clock.systemUTC());

  @Override
  protected MailSender sender() {
    return carrier;
  }

  @Override
  protected void next(Next fault) {
    carrier.nextMail(fault);
  }

  @Override
  protected void nobodyAt(String address) {
    carrier.refuseMail(address);
  }

  @Override
  protected List<String> taken() {
    return carrier.mails().stream().map(mail -> "<" + mail.id().value() + "@frontdesk>").toList();
  }
}
