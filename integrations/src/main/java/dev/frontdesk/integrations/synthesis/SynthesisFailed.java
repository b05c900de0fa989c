package dev.frontdesk.integrations.synthesis;

/// No sound came out of a synthesiser. The message is for operators and holds nothing of the text.
public final class SynthesisFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /// Trying again is of no use until a person changes something: a program is not installed.
  private final boolean lasting;

  public SynthesisFailed(String message, boolean lasting) {
    super(message);
    this.lasting = lasting;
  }

  public boolean lasting() {
    return lasting;
  }
}
