package dev.frontdesk.dialog;

import dev.frontdesk.dialog.Meaning.OfAct;
import dev.frontdesk.dialog.Meaning.OfDay;
import dev.frontdesk.dialog.Meaning.OfLength;
import dev.frontdesk.dialog.Meaning.OfRepeat;
import dev.frontdesk.dialog.Meaning.OfResources;
import dev.frontdesk.dialog.Meaning.OfServices;
import dev.frontdesk.dialog.Meaning.OfTime;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the mentions of one wish together: what of them is when it stands, and what is when it
/// should be.
final class RequestReader {
  private static final String[] NOUNS = {
    "appointment", "booking", "reservation", "slot", "session", "visit", "one"
  };
  private static final String[] ASKS = {
    "can", "could", "want", "need", "rather", "prefer", "possible", "like", "may", "is"
  };
  private final Words words;
  private final List<ResourceId> avoided;

  /// @param avoided whom the whole utterance rules out
  RequestReader(Words words, List<ResourceId> avoided) {
    this.words = words;
    this.avoided = avoided;
  }

  Request read(List<Mention> parts) {
    var intent = intent(parts);
    boolean stands = stands(parts, intent);
    List<ServiceId> services = List.of();
    List<ServiceId> becomes = List.of();
    List<ResourceId> resources = List.of();
    boolean anyone = false;
    int count = 1;
    boolean changes = intent == Act.MOVE || intent == Act.CHANGE_IT;
    for (var part : parts) {
      switch (part.meaning()) {
        case OfServices(var any) -> {
          if ((changes || stands) && becomes(part)) {
            becomes = any;
          } else {
            services = any;
            count = Math.max(count, count(part, parts));
          }
        }
        case OfResources(var any) -> resources = any;
        case OfAct(var act) -> anyone |= act == Act.ANYONE;
        case OfDay _, OfTime _, OfRepeat _, OfLength _, Meaning.OfName _, Meaning.OfPhone _,
            Meaning.OfEmail _, Meaning.OfChoice _, Meaning.OfFact _, Meaning.OfNoDay _ -> { }
      }
    }
    var plain = new Request(intent, services, becomes, resources, anyone, When.NOTHING,
        When.NOTHING, false, stands, changes ? 1 : count, repeat(parts), avoided);
    return timed(parts, plain);
  }

  private Request timed(List<Mention> parts, Request plain) {
    var intent = plain.intent();
    boolean changes = plain.changes();
    boolean aimed = intent != Act.CANCEL && aimedSomewhere(parts);
    int turn = plain.stands() ? turn(parts) : -1;
    boolean turns = turn >= 0;
    boolean reached = (!changes || !aimed) && !plain.stands();
    var when = When.NOTHING;
    var standing = When.NOTHING;
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      reached |= turns && i > turn;
      switch (part.meaning()) {
        case OfDay(var day) -> {
          reached |= aims(part) && (changes || !plain.stands());
          when = reached ? when.on(day) : when;
          standing = reached ? standing : standing.on(day);
        }
        case OfTime(var time) -> {
          boolean shifts = time instanceof TimePart.Shift || time instanceof TimePart.Toward;
          reached |= shifts || aims(part) && (changes || !plain.stands());
          if (changes && time instanceof TimePart.Within(var from, var to)
              && from != null && to != null) {
            standing = standing.and(new TimePart.At(from, false));
            when = when.and(new TimePart.At(to, false));
          } else {
            when = reached ? when.and(time) : when;
            standing = reached ? standing : standing.and(time);
          }
        }
        case OfServices _, OfResources _, OfAct _, OfRepeat _, OfLength _, Meaning.OfName _,
            Meaning.OfPhone _, Meaning.OfEmail _, Meaning.OfChoice _, Meaning.OfFact _,
            Meaning.OfNoDay _ -> { }
      }
    }
    if (intent == Act.CANCEL) {
      return plain.from(when.isEmpty() ? standing : when, When.NOTHING, false);
    }
    var request = plain.from(standing, when, aimed && changes || turns && !when.isEmpty());
    return changes && !aimed && standing.isEmpty() ? twoDays(parts, request) : request;
  }

  /// Of two days said about a move, the first is where it stands.
  private static Request twoDays(List<Mention> parts, Request request) {
    var days = parts.stream().map(Mention::meaning).filter(OfDay.class::isInstance)
        .map(OfDay.class::cast).toList();
    return days.size() != 2 || request.intent() == Act.CHANGE_IT
        ? request
        : request.from(When.NOTHING.on(days.getFirst().day()), request.when(), true);
  }

  /// Where, after `I have an appointment`, the caller says what they want of it; -1 for nowhere.
  private int turn(List<Mention> parts) {
    boolean told = false;
    for (int i = 0; i < parts.size(); i++) {
      boolean asks = told && words.has(parts.get(i - 1).to(), parts.get(i).from(), ASKS);
      if (asks) {
        return i - 1;
      }
      if (parts.get(i).meaning() instanceof OfAct(var act)) {
        if (told && (Requests.isIntent(act) || act == Act.CHANGE_IT || act == Act.CORRECT)) {
          return i;
        }
        told |= act == Act.STANDS;
      }
    }
    return -1;
  }

  /// `I have a haircut on Tuesday`, `Ben for my haircut`: the caller speaks of one they have.
  private boolean stands(List<Mention> parts, @Nullable Act intent) {
    for (var part : parts) {
      if (part.meaning() instanceof OfAct(var act) && act == Act.STANDS && ofService(part, parts)) {
        return true;
      }
      boolean mine = part.meaning() instanceof OfServices && words.is(part.from() - 1, "my");
      if (mine && (intent == null || words.is(part.from() - 2, "for"))) {
        return true;
      }
    }
    return false;
  }

  /// `I have a question` is no appointment.
  private boolean ofService(Mention said, List<Mention> parts) {
    if (words.has(said.from(), said.to(), NOUNS)) {
      return true;
    }
    int at = words.skip(said.to(), "a", "an", "my", "the", "booked", "for", "in");
    return words.has(at, at + 3, NOUNS) || parts.stream().anyMatch(part ->
        part.meaning() instanceof OfServices && part.from() >= said.to() && part.from() <= at + 2);
  }

  /// Whether a change before this service is said to lead to it: `change it to a colour`.
  boolean becomes(Mention service) {
    int at = service.from() - 1;
    while (words.is(at, "a", "an", "the", "be", "some", "just", "full", "proper")) {
      at--;
    }
    return words.is(at, "to", "into", "with") || words.is(at, "for") && words.has(0, at, "swap",
        "switch", "exchange") || words.is(at, "it", "that") && words.is(at - 1, "make");
  }

  static boolean changes(List<Mention> parts) {
    var intent = intent(parts);
    boolean told = parts.stream().anyMatch(part ->
        part.meaning() instanceof OfAct(var act) && act == Act.STANDS);
    return intent == Act.MOVE || intent == Act.CHANGE_IT || intent == null && told;
  }

  /// `Two haircuts`: the number right before a service, unless it is an hour or a part of a name.
  private int count(Mention service, List<Mention> parts) {
    boolean within = Numbers.at(words, service.from()) != null
        && service.to() > service.from() + 1 && words.at(service.to() - 1).endsWith("s");
    int at = within ? service.from() : service.from() - 1;
    boolean couple = words.is(at, "of") && words.is(at - 1, "couple");
    var number = Numbers.at(words, at);
    boolean taken = !within && parts.stream().anyMatch(part -> part.from() <= at && at < part.to());
    if (couple) {
      return 2;
    }
    boolean counted = number != null && number.end() == at + 1 && number.what() > 1
        && number.what() <= 5;
    return counted && !taken && !words.is(at - 1, "at", "past", "to", "around", "number",
            "have", "got")
        && number != null ? number.what() : 1;
  }

  private static @Nullable Repeat repeat(List<Mention> parts) {
    Repeat repeat = null;
    for (var part : parts) {
      if (part.meaning() instanceof OfRepeat(var said)) {
        var days = repeat == null || !said.days().isEmpty() ? said.days() : repeat.days();
        repeat = new Repeat(said.unit(), said.every(), days, 0, 0, null);
      }
    }
    for (var part : parts) {
      if (part.meaning() instanceof OfLength(var length)) {
        repeat = repeat == null ? length : repeat.until(length);
      }
    }
    return repeat;
  }

  private boolean aimedSomewhere(List<Mention> parts) {
    return parts.stream().anyMatch(part ->
        (part.meaning() instanceof OfDay || part.meaning() instanceof OfTime) && aims(part));
  }

  /// Whether the words before say that this is the new time.
  private boolean aims(Mention part) {
    int at = part.from() - 1;
    while (words.is(at, "the", "on", "at", "around", "about", "maybe", "like", "say", "either")) {
      at--;
    }
    return words.is(at, "to", "until", "till", "for", "instead", "do", "make", "it", "into", "that")
            && !(words.is(at, "that") && !words.is(at - 1, "make", "do"))
        || words.is(part.to(), "instead");
  }

  static @Nullable Act intent(List<Mention> parts) {
    Act found = null;
    for (var part : parts) {
      if (part.meaning() instanceof OfAct(var act)
          && (Requests.isIntent(act) || act == Act.CHANGE_IT)
          && (found == null || found == Act.BOOK || found == Act.CHANGE_IT && act != Act.BOOK)) {
        found = act;
      }
    }
    return found;
  }
}
