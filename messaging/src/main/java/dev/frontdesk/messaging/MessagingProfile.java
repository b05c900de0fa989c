package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/// How one organisation writes to its customers.
///
/// @param budget what texts may cost in a month; no limit when empty
public record MessagingProfile(
    Locale locale,
    Optional<SmsLine> sms,
    Optional<MailLine> mail,
    Optional<Price> budget,
    QuietHours quiet,
    boolean reminders,
    Templates templates) {

  /// @param perSegment what one segment is expected to cost
  /// @param perSecond  how many the sender may send; carriers delay or refuse what is more
  public record SmsLine(Sender sender, Price perSegment, double perSecond) {
    public SmsLine {
      if (!(perSecond > 0 && perSecond <= 1000)) {
        throw new IllegalArgumentException("a sender sends more than 0 and up to 1000 a second");
      }
    }
  }

  /// @param from the organisation's own mailbox
  public record MailLine(EmailAddress from) {}

  public MessagingProfile {
    if (budget.isPresent()
        && sms.isPresent()
        && !budget.get().currency().equals(sms.get().perSegment().currency())) {
      throw new IllegalArgumentException("budget and price per segment are in two currencies");
    }
  }

  public boolean connected() {
    return sms.isPresent() || mail.isPresent();
  }
}
