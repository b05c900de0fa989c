package dev.frontdesk.messaging;

/// Where one message stands.
public enum MessageState {
  /// Written down, and perhaps being sent: whether it was is found out before it is sent again.
  INTENDED,
  /// Sent without an answer: nobody knows.
  UNCONFIRMED,
  /// The carrier has taken it.
  ACCEPTED,
  /// On its way to the handset.
  SENT,
  /// On the handset, as the carrier says.
  DELIVERED,
  READ,
  /// Sent, and did not arrive.
  UNDELIVERED,
  /// Refused by the carrier, before or after it took it.
  FAILED,
  /// Not sent, and will not be: refused by them, over the budget, or too late.
  WITHHELD;

  /// Whether the customer can have been told by it.
  public boolean told() {
    return switch (this) {
      case ACCEPTED, SENT, DELIVERED, READ -> true;
      case INTENDED, UNCONFIRMED, UNDELIVERED, FAILED, WITHHELD -> false;
    };
  }

  public boolean arrived() {
    return this == DELIVERED || this == READ;
  }

  /// Whether it did not arrive and nothing more is to be expected of it.
  public boolean lost() {
    return this == UNDELIVERED || this == FAILED || this == WITHHELD;
  }
}
