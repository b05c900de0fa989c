package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PhoneNumber;

/// Where a message goes. Prints redacted.
public sealed interface Recipient {
  record Handset(PhoneNumber number) implements Recipient {}

  record Mailbox(EmailAddress address) implements Recipient {}

  default Channel channel() {
    return switch (this) {
      case Handset _ -> Channel.SMS;
      case Mailbox _ -> Channel.MAIL;
    };
  }

  /// In the one form in which equal recipients are equal texts.
  default String plain() {
    return switch (this) {
      case Handset(var number) -> number.e164();
      case Mailbox(var address) -> address.value();
    };
  }
}
