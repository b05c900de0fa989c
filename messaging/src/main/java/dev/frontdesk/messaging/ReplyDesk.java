package dev.frontdesk.messaging;

import dev.frontdesk.messaging.ContactStore.Incoming;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Acts on what customers text. The same text brought twice acts once and is answered the same.
/// Safe from any thread; blocks.
public final class ReplyDesk {
  private static final String REPLY = "message.reply";

  /// Two machines that answer one another stop here.
  private static final int MOST_ANSWERS = 5;

  private static final Duration PER = Duration.ofMinutes(10);

  private final Appointments appointments;
  private final Function<OrgId, Optional<MessagingProfile>> profiles;
  private final MessageStore messages;
  private final ContactStore contacts;
  private final AppointmentChanges changes;
  private final ChangeLinks links;
  private final Aftermath aftermath;

  public ReplyDesk(
      Appointments appointments,
      Function<OrgId, Optional<MessagingProfile>> profiles,
      MessageStore messages,
      ContactStore contacts,
      AppointmentChanges changes,
      ChangeLinks links,
      Aftermath aftermath) {
    this.appointments = appointments;
    this.profiles = profiles;
    this.messages = messages;
    this.contacts = contacts;
    this.changes = changes;
    this.links = links;
    this.aftermath = aftermath;
  }

  /// @return what to answer, if anything
  public Optional<MessageText> receive(InboundText text, Instant now) {
    var before = contacts.answered(text.org(), text.providerId());
    if (before.isPresent()) {
      return before.get().answer();
    }
    var from = new Recipient.Handset(text.from());
    var about =
        messages
            .lastTo(text.org(), from)
            .flatMap(last -> appointments.find(text.org(), last.draft().booking()));
    var reply = read(text);
    var answer = act(text, from, reply, about, now).filter(_ -> mayAnswer(text.org(), from, now));
    contacts.received(
        text.org(),
        new Incoming(
            text.providerId(), from, text.text(), word(reply), about.map(Appointment::id), answer,
            now));
    return answer;
  }

  private static Reply read(InboundText text) {
    var read = ReplyReader.read(text.text());
    return switch (text.signed()) {
      case NO -> read;
      case OFF ->
          read instanceof Reply.OptOut off
              ? new Reply.OptOut(off.only(), true, off.ambiguous())
              : new Reply.OptOut(Optional.empty(), true, false);
      case ON -> new Reply.OptIn();
      case HELP -> new Reply.Help();
    };
  }

  private Optional<MessageText> act(
      InboundText text,
      Recipient from,
      Reply reply,
      Optional<Appointment> about,
      Instant now) {
    var org = text.org();
    var words = ReplyWords.in(profiles.apply(org).map(MessagingProfile::locale).orElse(
        Locale.ENGLISH));
    var standing =
        about
            .filter(it -> it.state() == Appointment.State.CONFIRMED)
            .filter(it -> now.isBefore(it.slot().start()));
    return switch (reply) {
      case Reply.OptOut off -> optOut(org, from, off, standing, words, about, now);
      case Reply.OptIn() -> optIn(text, from, now);
      case Reply.Help() -> Optional.empty();
      case Reply.Confirm() ->
          standing.map(
              it -> {
                messages.responded(org, it.id(), "confirmed");
                return new MessageText(words.confirmed());
              });
      case Reply.Change() -> Optional.of(link(org, standing, words, "wants-change", now));
      case Reply.CallOff(boolean certain) ->
          certain
              ? callOff(text, standing, words)
              : Optional.of(link(org, standing, words, "wants-off", now));
      case Reply.Other() -> {
        aftermath.alarm(
            org, REPLY, about.map(it -> it.id().value()).orElse("unknown"),
            "A customer has written something that a person should read: GET /messages/inbox.",
            now);
        yield Optional.empty();
      }
    };
  }

  private Optional<MessageText> optOut(
      OrgId org,
      Recipient from,
      Reply.OptOut off,
      Optional<Appointment> standing,
      ReplyWords words,
      Optional<Appointment> about,
      Instant now) {
    contacts.suppress(org, from, off.only(), off.keyword() ? "carrier" : "reply", now);
    about.ifPresent(it -> messages.responded(org, it.id(), "opted-out"));
    if (off.ambiguous()) {
      standing.ifPresent(
          it ->
              aftermath.alarm(
                  org, REPLY, it.id().value(),
                  BookingCode.of(it.id()).value()
                      + ": CANCEL ended all texts to this customer. They may have meant the"
                      + " appointment: call them.",
                  now));
    }
    return off.keyword() || about.isEmpty()
        ? Optional.empty() // the carrier answers
        : Optional.of(new MessageText(words.off().formatted(about.get().organisationName())));
  }

  private Optional<MessageText> optIn(InboundText text, Recipient from, Instant now) {
    contacts.lift(text.org(), from, "reply", now);
    for (var purpose : new Purpose[] {Purpose.APPOINTMENT, Purpose.REMINDER}) {
      contacts.consented(
          text.org(), from, purpose,
          new ContactStore.Proof("reply", text.providerId(), "asked for texts again", now));
    }
    return Optional.empty(); // the carrier answers
  }

  private Optional<MessageText> callOff(
      InboundText text, Optional<Appointment> standing, ReplyWords words) {
    if (standing.isEmpty()) {
      return Optional.of(new MessageText(words.notStanding()));
    }
    var booking = standing.get().id();
    return switch (changes.callOff(text.org(), booking, "text:" + text.providerId())) {
      case DONE -> {
        messages.responded(text.org(), booking, "called-off");
        yield Optional.empty(); // the notice that follows tells it
      }
      case TOO_LATE -> Optional.of(new MessageText(words.tooLate()));
      case NOT_STANDING -> Optional.of(new MessageText(words.notStanding()));
    };
  }

  private MessageText link(
      OrgId org,
      Optional<Appointment> standing,
      ReplyWords words,
      String response,
      Instant now) {
    if (standing.isEmpty()) {
      return new MessageText(words.notStanding());
    }
    BookingId booking = standing.get().id();
    messages.responded(org, booking, response);
    return new MessageText(
        words.change().formatted(links.issue(org, booking, standing.get().slot().start(), now)));
  }

  private boolean mayAnswer(OrgId org, Recipient from, Instant now) {
    return contacts.answersSince(org, from, now.minus(PER)) < MOST_ANSWERS;
  }

  private static String word(Reply reply) {
    return switch (reply) {
      case Reply.OptOut _ -> "opt-out";
      case Reply.OptIn() -> "opt-in";
      case Reply.Help() -> "help";
      case Reply.Confirm() -> "confirm";
      case Reply.Change() -> "change";
      case Reply.CallOff _ -> "call-off";
      case Reply.Other() -> "other";
    };
  }
}
