package dev.frontdesk.integrations.twilio;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageFetcher;
import com.twilio.rest.api.v2010.account.MessageReader;
import dev.frontdesk.messaging.MessageEvent;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.Sender;
import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.messaging.spi.OutgoingText;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Texts through Twilio, from a number or from a Messaging Service.
///
/// Twilio knows no key under which the same text is sent once, and a text that was just taken has no
/// date of sending yet. So looking for one means listing what went to the number, newest first, and
/// comparing words, sender and the date of creation.
///
/// @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio: Message
///     resource</a>
public final class TwilioMessages implements MessageSender {
  private static final long PAGE = 50;
  private static final int MOST_PAGES = 10;

  private final TwilioSettings settings;
  private final TwilioRest rest;

  public TwilioMessages(TwilioSettings settings) {
    this.settings = settings;
    this.rest = new TwilioRest(settings);
  }

  @Override
  public ProviderResult<Submission> send(OutgoingText text) {
    return rest.ask(client -> accepted(creator(text).create(client)), TwilioMessages::refused);
  }

  private MessageCreator creator(OutgoingText text) {
    var to = new com.twilio.type.PhoneNumber(text.to().e164());
    var body = text.text().value();
    var creator =
        switch (text.sender()) {
          case Sender.Number(var from) ->
              new MessageCreator(
                  settings.accountSid(), to, new com.twilio.type.PhoneNumber(from.e164()), body);
          case Sender.Service(var sid) ->
              new MessageCreator(settings.accountSid(), to, sid, body);
        };
    return creator
        .setStatusCallback(statusCallback(text))
        .setValidityPeriod((int) text.valid().toSeconds());
  }

  /// Names our own message, so that a report finds it even before Twilio's id is known here.
  private URI statusCallback(OutgoingText text) {
    return URI.create(
        settings.urls().webhooks() + "/twilio/messages/" + text.org().value() + "/"
            + text.id().value());
  }

  private static Submission accepted(Message message) {
    return new Submission.Accepted(message.getSid(), segments(message.getNumSegments()));
  }

  private static ProviderResult<Submission> refused(ApiException e) {
    int code = TwilioRest.code(e);
    var status = e.getStatusCode();
    boolean certain = status != null && status >= 400 && status < 500 && status != 429;
    var refusal = TwilioCodes.refusal(code);
    return certain && refusal.isPresent()
        ? new Ok<>(new Submission.Refused(refusal.get(), "twilio " + code))
        : new Failed<>(TwilioRest.failure(e));
  }

  @Override
  public ProviderResult<List<DeliveryReport>> sightings(OutgoingText text, Instant since) {
    var earliest = since.truncatedTo(ChronoUnit.SECONDS); // Twilio's dates have no fractions
    return rest.ask(client -> sightings(client, text, earliest));
  }

  private List<DeliveryReport> sightings(
      TwilioRestClient client, OutgoingText text, Instant since) {
    var reader =
        new MessageReader(settings.accountSid())
            .setTo(new com.twilio.type.PhoneNumber(text.to().e164()))
            .setPageSize(PAGE);
    var found = new ArrayList<DeliveryReport>();
    Page<Message> page = reader.firstPage(client);
    for (int pages = 1; ; pages++) {
      boolean reached = false;
      for (var message : page.getRecords()) {
        boolean old = createdAt(message).filter(at -> at.isBefore(since)).isPresent();
        reached |= old;
        if (!old && same(message, text)) {
          found.add(report(message));
        }
      }
      if (reached || pages == MOST_PAGES || !page.hasNextPage()) {
        return found;
      }
      page = reader.nextPage(page, client);
    }
  }

  /// A trial account puts words of its own in front.
  private static boolean same(Message message, OutgoingText text) {
    var body = message.getBody();
    boolean words = body != null && body.endsWith(text.text().value());
    boolean outbound =
        message.getDirection() == null
            || message.getDirection() != Message.Direction.INBOUND;
    return words && outbound && text.to().e164().equals(message.getTo())
        && switch (text.sender()) {
          case Sender.Number(var from) ->
              message.getFrom() != null
                  && message.getMessagingServiceSid() == null
                  && from.e164().equals(message.getFrom().toString());
          case Sender.Service(var sid) -> sid.equals(message.getMessagingServiceSid());
        };
  }

  @Override
  public ProviderResult<DeliveryReport> status(String providerId) {
    return rest.ask(
        client -> report(new MessageFetcher(settings.accountSid(), providerId).fetch(client)));
  }

  private static DeliveryReport report(Message message) {
    int code = message.getErrorCode() == null ? 0 : message.getErrorCode();
    var event = event(String.valueOf(message.getStatus())).orElse(MessageEvent.ACCEPT);
    return new DeliveryReport(
        message.getSid(),
        event,
        TwilioTexts.refusal(event, code),
        code == 0 ? "" : "twilio " + code,
        segments(message.getNumSegments()),
        price(message),
        createdAt(message));
  }

  /// Empty for a status of a text that came in, and for one that is not known yet.
  static Optional<MessageEvent> event(String status) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(MessageEvent.ACCEPT);
      case "sent", "partially_delivered" -> Optional.of(MessageEvent.REPORT_SENT);
      case "delivered" -> Optional.of(MessageEvent.REPORT_DELIVERED);
      case "read" -> Optional.of(MessageEvent.REPORT_READ);
      case "undelivered" -> Optional.of(MessageEvent.REPORT_UNDELIVERED);
      case "failed", "canceled" -> Optional.of(MessageEvent.REPORT_FAILED);
      default -> Optional.empty();
    };
  }

  private static int segments(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
  }

  /// Twilio writes what it takes as a negative amount, and nothing until it has billed.
  private static Optional<Price> price(Message message) {
    var amount = message.getPrice();
    var currency = message.getPriceUnit();
    return amount == null || currency == null
        ? Optional.empty()
        : Optional.of(
            new Price(
                new BigDecimal(amount).abs().movePointRight(6).longValue(), currency));
  }

  private static Optional<Instant> createdAt(Message message) {
    return Optional.ofNullable(message.getDateCreated()).map(date -> date.toInstant());
  }
}
