package dev.frontdesk.messaging;

import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Clock;

class MemoryCarrierTest extends MessageSenderContract {
  private final MemoryCarrier carrier = new MemoryCarrier(Clock.systemUTC());

  @Override
  protected MessageSender sender() {
    return carrier;
  }

  @Override
  protected void next(Next fault) {
    carrier.next(fault);
  }

  @Override
  protected void landline(PhoneNumber number) {
    carrier.refuse(number, Refusal.NOT_MOBILE);
  }

  @Override
  protected void optedOut(PhoneNumber number) {
    carrier.refuse(number, Refusal.OPTED_OUT);
  }

  @Override
  protected int taken() {
    return carrier.taken().size();
  }
}
