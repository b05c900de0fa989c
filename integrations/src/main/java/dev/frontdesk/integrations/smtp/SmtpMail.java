package dev.frontdesk.integrations.smtp;

import dev.frontdesk.integrations.smtp.SmtpSettings.Tls;
import dev.frontdesk.messaging.Refusal;
import dev.frontdesk.messaging.spi.Invite;
import dev.frontdesk.messaging.spi.MailSender;
import dev.frontdesk.messaging.spi.OutgoingMail;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Mail through an SMTP server, one connection for each.
public final class SmtpMail implements MailSender {
  private static final Duration PAUSE = Duration.ofSeconds(60);

  private final SmtpSettings settings;
  private final Session session;

  public SmtpMail(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    var patience = Long.toString(settings.patience().toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put(
        "mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.IMPLICIT));
    properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    properties.put("mail.mime.charset", "UTF-8");
    return properties;
  }

  @Override
  public ProviderResult<Submission> send(OutgoingMail mail) {
    boolean connected = false;
    try (var transport = (SMTPTransport) session.getTransport("smtp")) {
      var login = settings.login();
      transport.connect(
          settings.host(),
          settings.port(),
          login.map(SmtpSettings.Login::user).orElse(null),
          login.map(it -> it.password().reveal()).orElse(null));
      connected = true;
      var message = mime(mail);
      transport.sendMessage(message, new Address[] {new InternetAddress(mail.to().value())});
      return new Ok<>(new Submission.Accepted(message.getMessageID(), 0));
    } catch (AuthenticationFailedException e) {
      return new Failed<>(new Failure.Permanent("the mail server does not take our login"));
    } catch (MessagingException e) {
      return connected ? refused(e) : new Failed<>(notConnected(e));
    }
  }

  private static Failure notConnected(MessagingException e) {
    return hasCause(e, javax.net.ssl.SSLException.class)
        ? new Failure.Permanent("the mail server's TLS is not to be trusted, or there is none")
        : new Failure.Retryable("the mail server could not be reached");
  }

  /// What the server answered, wherever in the chain of causes it says so.
  private static ProviderResult<Submission> refused(MessagingException e) {
    for (Exception next = e; next instanceof MessagingException it; next = it.getNextException()) {
      switch (it) {
        case SMTPAddressFailedException address -> {
          return answered(address.getReturnCode(), Refusal.BAD_ADDRESS);
        }
        case SMTPSenderFailedException sender -> {
          return answered(sender.getReturnCode(), Refusal.BAD_SENDER);
        }
        case SMTPSendFailedException send
            when !(send.getNextException() instanceof SMTPAddressFailedException) -> {
          return answered(send.getReturnCode(), Refusal.BAD_CONTENT);
        }
        default -> {}
      }
    }
    return new Failed<>(new Failure.Unconfirmed("the mail server gave no answer"));
  }

  /// 4xx: not now. 5xx: never.
  private static ProviderResult<Submission> answered(int code, Refusal refusal) {
    if (code >= 500) {
      return new Ok<>(new Submission.Refused(refusal, "smtp " + code));
    }
    return code >= 400
        ? new Failed<>(new Failure.Throttled("smtp " + code, PAUSE))
        : new Failed<>(new Failure.Unconfirmed("smtp " + code));
  }

  private MimeMessage mime(OutgoingMail mail) throws MessagingException {
    var id = "<" + mail.id().value() + "@" + domain(mail.from()) + ">";
    var message = new WithId(session, id);
    message.setFrom(address(mail.from(), mail.fromName()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
    message.setSubject(mail.subject().value(), StandardCharsets.UTF_8.name());
    message.setSentDate(mail.invite().map(it -> Date.from(it.writtenAt())).orElseGet(Date::new));
    message.setHeader("Auto-Submitted", "auto-generated");
    var words = new MimeBodyPart();
    words.setText(mail.text().value(), StandardCharsets.UTF_8.name());
    if (mail.invite().isEmpty()) {
      message.setText(mail.text().value(), StandardCharsets.UTF_8.name());
    } else {
      message.setContent(withInvite(mail, words, mail.invite().get()));
    }
    message.saveChanges();
    return message;
  }

  /// Once for calendars that read the mail, once as a file for those that do not.
  private static MimeMultipart withInvite(OutgoingMail mail, MimeBodyPart words, Invite invite)
      throws MessagingException {
    var text = InviteText.of(invite, mail.from(), mail.fromName(), mail.to());
    var type = "text/calendar; charset=UTF-8; method=" + invite.method().name();
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(words);
    var inline = new MimeBodyPart();
    inline.setText(text, StandardCharsets.UTF_8.name());
    inline.setHeader("Content-Type", type);
    alternatives.addBodyPart(inline);
    var body = new MimeBodyPart();
    body.setContent(alternatives);
    var file = new MimeBodyPart();
    file.setText(text, StandardCharsets.UTF_8.name());
    file.setHeader("Content-Type", type + "; name=appointment.ics");
    file.setDisposition(MimeBodyPart.ATTACHMENT);
    file.setFileName("appointment.ics");
    return new MimeMultipart(body, file);
  }

  private static InternetAddress address(EmailAddress address, String name)
      throws MessagingException {
    try {
      return new InternetAddress(address.value(), name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JDK has UTF-8", e);
    }
  }

  private static String domain(EmailAddress address) {
    return address.value().substring(address.value().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    Optional<Throwable> cause = Optional.of(e);
    while (cause.isPresent()) {
      if (type.isInstance(cause.get())) {
        return true;
      }
      cause = Optional.ofNullable(cause.get().getCause());
    }
    return false;
  }

  /// Keeps the Message-ID it is given.
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
