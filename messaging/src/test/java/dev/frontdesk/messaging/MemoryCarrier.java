package dev.frontdesk.messaging;

import dev.frontdesk.messaging.MessageSenderContract.Next;
import dev.frontdesk.messaging.spi.DeliveryReport;
import dev.frontdesk.messaging.spi.MailSender;
import dev.frontdesk.messaging.spi.MessageSender;
import dev.frontdesk.messaging.spi.OutgoingMail;
import dev.frontdesk.messaging.spi.OutgoingText;
import dev.frontdesk.messaging.spi.Submission;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A carrier of texts, and a mail server, in memory: follows a script, then does as it is asked.
public final class MemoryCarrier implements MessageSender, MailSender {
  private final Clock clock;
  private final ArrayDeque<Next> script = new ArrayDeque<>();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<PhoneNumber, Refusal> refusals = new HashMap<>();
  private final Map<String, MessageEvent> fates = new HashMap<>();
  private final List<OutgoingMail> mails = new ArrayList<>();
  private final ArrayDeque<MailSenderContract.Next> mailScript = new ArrayDeque<>();
  private final Set<String> badMailboxes = new HashSet<>();

  public MemoryCarrier(Clock clock) {
    this.clock = clock;
  }

  public record Taken(String providerId, OutgoingText text, Instant at) {}

  public void next(Next fault) {
    script.add(fault);
  }

  public void nextMail(MailSenderContract.Next fault) {
    mailScript.add(fault);
  }

  public void refuse(PhoneNumber number, Refusal refusal) {
    refusals.put(number, refusal);
  }

  public void refuseMail(String address) {
    badMailboxes.add(address);
  }

  /// What `status` answers about it from now on.
  public void fate(String providerId, MessageEvent event) {
    fates.put(providerId, event);
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public List<OutgoingMail> mails() {
    return List.copyOf(mails);
  }

  @Override
  public ProviderResult<Submission> send(OutgoingText text) {
    var fault = script.poll();
    if (fault == null) {
      return take(text);
    }
    return switch (fault) {
      case REFUSE_CONNECTION -> failed(new Failure.Retryable("not reached"));
      case THROTTLE_FOR_7_S -> failed(new Failure.Throttled("429", Duration.ofSeconds(7)));
      case DO_IT_AND_RESET -> {
        take(text);
        yield failed(new Failure.Unconfirmed("no answer"));
      }
      case RESET_UNDONE -> failed(new Failure.Unconfirmed("no answer"));
      case ANSWER_502_UNDONE -> failed(new Failure.Unconfirmed("502"));
    };
  }

  private ProviderResult<Submission> take(OutgoingText text) {
    var refusal = refusals.get(text.to());
    if (refusal != null) {
      return new Ok<>(new Submission.Refused(refusal, "memory"));
    }
    var id = "SM" + (taken.size() + 1);
    taken.add(new Taken(id, text, clock.instant()));
    return new Ok<>(new Submission.Accepted(id, 1));
  }

  @Override
  public ProviderResult<List<DeliveryReport>> sightings(OutgoingText text, Instant since) {
    return new Ok<>(
        taken.reversed().stream()
            .filter(it -> it.text.to().equals(text.to()) && it.text.text().equals(text.text()))
            .filter(it -> it.text.sender().equals(text.sender()) && !it.at.isBefore(since))
            .map(it -> report(it.providerId, it.at))
            .toList());
  }

  @Override
  public ProviderResult<DeliveryReport> status(String providerId) {
    return new Ok<>(report(providerId, clock.instant()));
  }

  private DeliveryReport report(String id, Instant at) {
    return new DeliveryReport(
        id, fates.getOrDefault(id, MessageEvent.ACCEPT), Optional.empty(), "", 1,
        Optional.empty(), Optional.of(at));
  }

  @Override
  public ProviderResult<Submission> send(OutgoingMail mail) {
    if (badMailboxes.contains(mail.to().value())) {
      return new Ok<>(new Submission.Refused(Refusal.BAD_ADDRESS, "smtp 550"));
    }
    var fault = mailScript.poll();
    if (fault == MailSenderContract.Next.NO_CONNECTION) {
      return failed(new Failure.Retryable("not reached"));
    }
    if (fault == MailSenderContract.Next.NOT_NOW) {
      return failed(new Failure.Throttled("451", Duration.ofSeconds(60)));
    }
    mails.add(mail);
    if (fault == MailSenderContract.Next.TAKE_IT_AND_RESET) {
      return failed(new Failure.Unconfirmed("no answer"));
    }
    return new Ok<>(new Submission.Accepted("<" + mail.id().value() + "@frontdesk>", 0));
  }

  private static <T> ProviderResult<T> failed(Failure failure) {
    return new Failed<>(failure);
  }
}
