package dev.frontdesk.integrations.twilio;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.media.VirtualLoop;
import dev.frontdesk.telephony.LegOpening;
import dev.frontdesk.telephony.MediaTicket;
import dev.frontdesk.telephony.spi.MediaSocket;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Objects;
import java.util.Optional;

/// A media socket that checks what its codec hands up and forgets it.
public final class DeafSocket implements MediaSocket {
  private final VirtualLoop loop = new VirtualLoop();

  @Override
  public MediaTicket ticket() {
    return new MediaTicket(
        new OrgId("maple"),
        new CallId("c1"),
        new LegId("l1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AudioFormat.PHONE,
        LegOpening.NEW);
  }

  @Override
  public MediaLoop loop() {
    return loop;
  }

  @Override
  public void started(AudioFormat format, String carrierCall) {
    Objects.requireNonNull(carrierCall);
  }

  @Override
  public void audio(byte[] bytes, int offset, int length, long mediaTimeMs) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
  }

  @Override
  public void markReached(String name) {
    Objects.requireNonNull(name);
  }

  @Override
  public void keyPressed(char key) {
    if ("0123456789*#ABCD".indexOf(key) < 0) {
      throw new IllegalArgumentException("no such key");
    }
  }

  @Override
  public void stopped() {}

  @Override
  public void unknown() {}

  @Override
  public ByteBuf buffer(int capacity) {
    return Unpooled.buffer(capacity);
  }

  @Override
  public void sendText(ByteBuf message) {
    message.release();
  }

  @Override
  public void sendBinary(ByteBuf message) {
    message.release();
  }

  @Override
  public void close(int status, String staticText) {}
}
