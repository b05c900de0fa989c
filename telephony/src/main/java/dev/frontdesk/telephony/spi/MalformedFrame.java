package dev.frontdesk.telephony.spi;

/// A message on a media socket that is not what its protocol says. Static text, no stack trace:
/// whoever sends garbage must not be able to make it cost.
public final class MalformedFrame extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedFrame(String staticText) {
    super(staticText, null, false, false);
  }
}
