package dev.frontdesk.telephony.spi;

/// A signed webhook that still makes no sense. The message is static text, safe to log.
public final class MalformedRequest extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedRequest(String staticText) {
    super(staticText);
  }
}
