package dev.frontdesk.server;

import dev.frontdesk.integrations.smtp.SmtpSettings;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.MessagingProfile;
import dev.frontdesk.messaging.MessagingProfile.MailLine;
import dev.frontdesk.messaging.MessagingProfile.SmsLine;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.QuietHours;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.messaging.Template;
import dev.frontdesk.messaging.Templates;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the configuration's sections that MessageSettings and MessageLink stand for.
final class MessageReader {
  private static final Duration SMTP_PATIENCE = Duration.ofSeconds(20);

  /// Of an American long code, before anything is known about what it costs.
  private static final String PRICE = "0.0083 USD";

  private MessageReader() {}

  static MessageSettings settings(StrictYaml yaml) {
    yaml.only("smtp", "twilioUrl", "linkHours", "settleSeconds", "undeliveredAfterSeconds");
    var otherwise = MessageSettings.DEFAULT;
    return new MessageSettings(
        yaml.optional("smtp").map(MessageReader::smtp),
        yaml.optional("twilioUrl")
            .map(url -> url.as("an address such as https://api.twilio.com", URI::create)),
        yaml.optional("linkHours")
            .map(hours -> Duration.ofHours(hours.whole(1, 24 * 30)))
            .orElse(otherwise.linkLife()),
        yaml.optional("settleSeconds")
            .map(seconds -> Duration.ofSeconds(seconds.whole(1, 600)))
            .orElse(otherwise.settle()),
        yaml.optional("undeliveredAfterSeconds")
            .map(seconds -> Duration.ofSeconds(seconds.whole(1, 3_600)))
            .orElse(otherwise.undeliveredAfter()));
  }

  private static SmtpSettings smtp(StrictYaml yaml) {
    yaml.only("host", "port", "tls", "user", "password");
    var tls =
        yaml.optional("tls")
            .map(
                word ->
                    word.as(
                        "starttls, implicit or none",
                        text -> SmtpSettings.Tls.valueOf(text.toUpperCase(Locale.ROOT))))
            .orElse(SmtpSettings.Tls.STARTTLS);
    var login =
        yaml.optional("user")
            .map(
                user ->
                    new SmtpSettings.Login(
                        user.text(), ConfigReader.secret(yaml.required("password"))));
    if (tls == SmtpSettings.Tls.NONE && login.isPresent()) {
      throw yaml.required("tls").wrong("must not be none with a password: it would be readable");
    }
    return new SmtpSettings(
        yaml.required("host").text(),
        yaml.optional("port").map(port -> port.whole(1, 65_535)).orElse(587),
        tls,
        login,
        SMTP_PATIENCE);
  }

  /// @param yaml an organisation's own section
  static MessageLink link(StrictYaml yaml) {
    yaml.only("locale", "sms", "mail", "budget", "quiet", "reminders", "templates");
    var budget =
        yaml.optional("budget").map(it -> it.as("an amount such as 50 USD", Price::parse));
    var sms = yaml.optional("sms").map(MessageReader::sms);
    if (budget.isPresent()
        && sms.isPresent()
        && !budget.get().currency().equals(sms.get().perSegment().currency())) {
      throw yaml.required("budget").wrong("must be in the currency of sms.pricePerSegment");
    }
    return new MessageLink(
        Optional.of(
            new MessagingProfile(
                yaml.optional("locale").map(MessageReader::locale).orElse(Locale.US),
                sms,
                yaml.optional("mail").map(MessageReader::mail),
                budget,
                yaml.optional("quiet").map(MessageReader::quiet).orElse(QuietHours.NIGHT),
                yaml.optional("reminders").map(StrictYaml::flag).orElse(true),
                templates(yaml))));
  }

  private static SmsLine sms(StrictYaml yaml) {
    yaml.only("from", "service", "pricePerSegment", "perSecond");
    var service =
        yaml.optional("service")
            .<Sender>map(
                sid -> sid.as("a Messaging Service such as MG…", text -> new Sender.Service(text)));
    Sender sender =
        service.isPresent()
            ? service.get()
            : new Sender.Number(
                yaml.required("from").as("a number such as +14155550100", PhoneNumber::new));
    return new SmsLine(
        sender,
        yaml.optional("pricePerSegment")
            .map(it -> it.as("a price such as 0.0083 USD", Price::parse))
            .orElseGet(() -> Price.parse(PRICE)),
        yaml.optional("perSecond").map(rate -> rate.number(0.01, 1_000)).orElse(1.0));
  }

  private static MailLine mail(StrictYaml yaml) {
    yaml.only("from");
    return new MailLine(
        yaml.required("from").as("an address such as desk@example.com", EmailAddress::new));
  }

  private static QuietHours quiet(StrictYaml yaml) {
    yaml.only("from", "until");
    var from = yaml.required("from").as("a time such as 20:00", LocalTime::parse);
    var until = yaml.required("until");
    return until.as(
        "a time such as 08:00, other than from",
        text -> new QuietHours(from, LocalTime.parse(text)));
  }

  private static Locale locale(StrictYaml yaml) {
    return yaml.as(
        "a locale such as en-US",
        text -> {
          try {
            return new Locale.Builder().setLanguageTag(text).build();
          } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  private static Templates templates(StrictYaml yaml) {
    var templates = new ArrayList<Template>();
    for (var one : yaml.itemsOf("templates")) {
      templates.add(template(one));
    }
    try {
      return new Templates(List.copyOf(templates));
    } catch (IllegalArgumentException twice) {
      throw yaml.required("templates").wrong(String.valueOf(twice.getMessage()));
    }
  }

  /// What is wrong with a template is told with its name, not by the field's general form.
  private static Template template(StrictYaml yaml) {
    yaml.only("notice", "channel", "language", "variant", "share", "subject", "text");
    var notice =
        yaml.required("notice")
            .as("confirmation, moved, cancelled, day-before or hours-before", Notice::of);
    var channel =
        yaml.optional("channel")
            .map(
                it ->
                    it.as("sms or mail", text -> Channel.valueOf(text.toUpperCase(Locale.ROOT))))
            .orElse(Channel.SMS);
    var language = yaml.optional("language").map(StrictYaml::text).orElse("en");
    var variant = yaml.optional("variant").map(StrictYaml::text).orElse("own");
    int share = yaml.optional("share").map(it -> it.whole(0, 1_000)).orElse(1);
    var text = yaml.required("text");
    try {
      return switch (channel) {
        case SMS -> Template.sms(notice, language, variant, share, text.text());
        case MAIL ->
            Template.mail(
                notice, language, variant, share, yaml.required("subject").text(), text.text());
      };
    } catch (IllegalArgumentException problem) {
      throw text.wrong(String.valueOf(problem.getMessage()));
    }
  }
}
