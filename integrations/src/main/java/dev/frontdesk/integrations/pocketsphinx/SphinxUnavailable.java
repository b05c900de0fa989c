package dev.frontdesk.integrations.pocketsphinx;

/// PocketSphinx or its model is not on this machine. The message says what to install.
public final class SphinxUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  SphinxUnavailable(String what) {
    super(
        what
            + "; recognition on this machine needs PocketSphinx: on Debian and Ubuntu,"
            + " apt-get install pocketsphinx pocketsphinx-en-us libpocketsphinx3");
  }
}
