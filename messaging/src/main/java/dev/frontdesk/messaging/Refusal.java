package dev.frontdesk.messaging;

/// Why a message is not, or was not, carried. Decides what follows, and says to whoever can mend it
/// what to mend.
public enum Refusal {
  INVALID_NUMBER("there is no such number: ask for it in the next call", Remedy.OTHER_CHANNEL),
  NOT_MOBILE("the number is no mobile: it takes no text", Remedy.OTHER_CHANNEL),
  OPTED_OUT("they asked for no more texts", Remedy.OTHER_CHANNEL),
  BLOCKED("the carrier or the handset blocks texts from us", Remedy.OTHER_CHANNEL),
  FILTERED("the carrier took the text for spam: change its wording", Remedy.OTHER_CHANNEL),
  UNREACHABLE("the handset could not be reached", Remedy.TRY_AGAIN),
  UNKNOWN("the carrier gives no reason", Remedy.TRY_ONCE_MORE),
  OVERLOADED("the carrier has too many texts of ours waiting", Remedy.TRY_AGAIN),
  EXPIRED("it was not delivered while it made sense", Remedy.OTHER_CHANNEL),
  TOO_MANY_TODAY("the sender's daily limit is used up", Remedy.MEND),
  BAD_SENDER("the sender's number or service may not send: mend it at the carrier", Remedy.MEND),
  NOT_REGISTERED("the sender is not registered for texts: register it", Remedy.MEND),
  COUNTRY_NOT_ALLOWED("texts to this country are switched off at the carrier", Remedy.MEND),
  BAD_CONTENT("the carrier does not take the text as it is", Remedy.MEND),
  BAD_ADDRESS("there is no such mailbox", Remedy.OTHER_CHANNEL);

  private final String mend;
  private final Remedy remedy;

  Refusal(String mend, Remedy remedy) {
    this.mend = mend;
    this.remedy = remedy;
  }

  /// What helps. Sending again what was filtered or blocked makes filters stricter, so it is not
  /// done.
  public enum Remedy {
    /// Up to three times in all, while it still makes sense.
    TRY_AGAIN,
    TRY_ONCE_MORE,
    /// This person cannot be reached so.
    OTHER_CHANNEL,
    /// Nobody can, until somebody mends it.
    MEND
  }

  public String mend() {
    return mend;
  }

  public Remedy remedy() {
    return remedy;
  }

  /// Whether one of `tries` sent so far may be followed by another.
  boolean mayRepeat(int tries) {
    return switch (remedy) {
      case TRY_AGAIN -> tries < 3;
      case TRY_ONCE_MORE -> tries < 2;
      case OTHER_CHANNEL, MEND -> false;
    };
  }
}
