package dev.frontdesk.dialog;

import dev.frontdesk.dialog.Meaning.OfAct;
import dev.frontdesk.dialog.Meaning.OfDay;
import dev.frontdesk.dialog.Meaning.OfResources;
import dev.frontdesk.dialog.Meaning.OfServices;
import dev.frontdesk.dialog.Meaning.OfTime;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts one breath into the things it asks for: `move my haircut to Wednesday at ten, and get me
/// a colour on Thursday` are two.
final class Requests {
  private final Words words;
  private final List<Mention> mentions;

  Requests(Words words, List<Mention> mentions) {
    this.words = words;
    this.mentions = mentions.stream().filter(mention -> !mention.denied()).toList();
  }

  /// At least one, maybe an empty one.
  List<Request> list() {
    var cuts = cuts();
    var requests = new ArrayList<Request>();
    int from = 0;
    for (int cut : cuts) {
      requests.add(request(mentions.subList(from, cut)));
      from = cut;
    }
    requests.add(request(mentions.subList(from, mentions.size())));
    if (requests.size() > 1 && requests.getFirst().intent() == null
        && !requests.getFirst().saysDetails()) {
      requests.removeFirst();
    }
    for (int i = 1; i < requests.size(); i++) {
      requests.set(i, following(requests.get(i - 1), requests.get(i)));
    }
    for (int i = requests.size() - 1; i > 0; i--) {
      requests.set(i - 1, sharing(requests.get(i - 1), requests.get(i)));
    }
    return List.copyOf(requests);
  }

  /// A further service without a verb of its own is wanted as the one before; a further time
  /// without a service is for the same, and one without a day on the same day.
  private static Request following(Request before, Request next) {
    if (next.intent() != null && next.intent() != Act.BOOK) {
      return next;
    }
    boolean same = next.services().isEmpty();
    var day = before.when().day();
    var when = next.when().day() == null && next.when().hasTime() && day != null
        ? next.when().on(day) : next.when();
    return new Request(next.intent() == null ? before.intent() : next.intent(),
        same && next.intent() == null ? before.services() : next.services(), next.resources(),
        next.anyone(), when, next.standing(), next.aimed());
  }

  /// `A haircut and a colour on Tuesday`: both on that day.
  private static Request sharing(Request first, Request next) {
    boolean books = first.intent() == null || first.intent() == Act.BOOK;
    var day = next.when().day();
    return books && next.intent() == first.intent() && first.when().isEmpty() && day != null
            && !first.services().isEmpty() && !next.services().isEmpty()
        ? new Request(first.intent(), first.services(), first.resources(), first.anyone(),
            first.when().on(day), first.standing(), first.aimed())
        : first;
  }

  /// Before which mentions another request begins.
  private List<Integer> cuts() {
    var cuts = new ArrayList<Integer>();
    Act intent = null;
    List<ServiceId> services = List.of();
    int begin = 0;
    for (int i = 0; i < mentions.size(); i++) {
      var meaning = mentions.get(i).meaning();
      if (meaning instanceof OfAct(var act) && isIntent(act)) {
        if (intent != null && act != intent && begins(intent, act, i, begin)) {
          cuts.add(i);
          services = List.of();
          begin = i;
          intent = act;
        } else if (intent == null || act != Act.BOOK) {
          intent = act;
        }
      } else if (meaning instanceof OfServices(var any)) {
        if (!services.isEmpty() && !services.equals(any) && !corrected(begin, i)) {
          int cut = joint(begin, i);
          if (cut > begin) {
            cuts.add(cut);
            begin = cut;
          }
        }
        services = any;
      } else if (again(i, begin, intent)) {
        cuts.add(i);
        begin = i;
      }
    }
    return cuts;
  }

  /// `A haircut Wednesday at ten and another one Thursday at ten`: the same once more. So is
  /// `Wednesday at ten and Thursday at ten`.
  private boolean again(int i, int begin, @Nullable Act intent) {
    var mention = mentions.get(i);
    boolean books = intent == null || intent == Act.BOOK;
    if (!books || i == begin || !tellsWhen(mention) || corrected(begin, i)) {
      return false;
    }
    var before = mentions.subList(begin, i).reversed().stream()
        .filter(one -> tellsWhen(one) || one.meaning() instanceof OfServices).findFirst();
    boolean told = mentions.subList(begin, i).stream().anyMatch(Requests::tellsWhen);
    if (before.isEmpty() || !told) {
      return false;
    }
    int from = before.get().to();
    boolean joined = words.has(from, mention.from(), "and", "also", "plus", "then")
        || words.endsAfter(from - 1);
    boolean another = words.has(from, mention.from(), "another", "one", "second");
    boolean dayAgain = mention.meaning() instanceof OfDay
        && before.get().meaning() instanceof OfTime
        && i + 1 < mentions.size() && mentions.get(i + 1).meaning() instanceof OfTime
        && words.is(words.skip(from, "and", "on", "also", "then", "for"), words.at(mention.from()))
        && words.is(from, "and");
    return joined && another || dayAgain;
  }

  private static boolean tellsWhen(Mention mention) {
    return mention.meaning() instanceof OfDay || mention.meaning() instanceof OfTime;
  }

  private static boolean isIntent(Act act) {
    return act == Act.BOOK || act == Act.MOVE || act == Act.CANCEL;
  }

  /// `I'd like to cancel` is one wish, `cancel my haircut and book a colour` are two.
  private boolean begins(Act intent, Act act, int i, int begin) {
    boolean joined = false;
    int from = mentions.get(begin).from();
    for (int k = mentions.get(i).from() - 1; k >= from; k--) {
      joined |= words.is(k, "and", "also", "then", "plus", "another") || words.endsAfter(k);
    }
    boolean details =
        mentions.subList(begin, i).stream().anyMatch(mention -> mention.meaning() instanceof
            OfServices || mention.meaning() instanceof OfDay);
    boolean service =
        mentions.subList(i, mentions.size()).stream()
            .anyMatch(mention -> mention.meaning() instanceof OfServices);
    if (act == Act.BOOK) {
      return joined && service && (details || intent == Act.CANCEL);
    }
    return intent != Act.BOOK || joined && details;
  }

  private boolean corrected(int from, int to) {
    for (int i = from; i < to; i++) {
      if (mentions.get(i).meaning() instanceof OfAct(var act)
          && (act == Act.CORRECT || act == Act.NO)) {
        return true;
      }
    }
    return words.has(mentions.get(from).from(), mentions.get(to).from(), "or");
  }

  /// Where, between the service before and this one, the new request begins.
  private int joint(int begin, int service) {
    int last = begin;
    for (int i = begin; i < service; i++) {
      if (mentions.get(i).meaning() instanceof OfServices) {
        last = i;
      }
    }
    for (int i = service; i > last; i--) {
      int from = mentions.get(i - 1).to();
      int to = mentions.get(i).from();
      if (words.has(from, to, "and", "also", "then", "plus") || from < to && from > 0
          && words.endsAfter(from - 1)) {
        return i;
      }
      if (mentions.get(i).meaning() instanceof OfAct(var act) && isIntent(act)) {
        return i;
      }
    }
    return service;
  }

  private Request request(List<Mention> parts) {
    var intent = intent(parts);
    List<ServiceId> services = List.of();
    List<ResourceId> resources = List.of();
    boolean anyone = false;
    var when = When.NOTHING;
    var standing = When.NOTHING;
    boolean changes = intent == Act.MOVE || intent == Act.CHANGE_IT;
    boolean aimed = intent == Act.CANCEL ? false : aimedSomewhere(parts);
    boolean reached = !changes || !aimed;
    for (var part : parts) {
      switch (part.meaning()) {
        case OfServices(var any) -> services = any;
        case OfResources(var any) -> resources = any;
        case OfAct(var act) -> anyone |= act == Act.ANYONE;
        case OfDay(var day) -> {
          reached |= aims(part);
          when = reached ? when.on(day) : when;
          standing = reached ? standing : standing.on(day);
        }
        case OfTime(var time) -> {
          reached |= aims(part);
          if (changes && time instanceof TimePart.Within(var from, var to)
              && from != null && to != null) {
            standing = standing.and(new TimePart.At(from, false));
            when = when.and(new TimePart.At(to, false));
          } else {
            when = reached ? when.and(time) : when;
            standing = reached ? standing : standing.and(time);
          }
        }
        case Meaning.OfName _, Meaning.OfPhone _, Meaning.OfEmail _, Meaning.OfChoice _,
            Meaning.OfFact _, Meaning.OfNoDay _ -> { }
      }
    }
    if (intent == Act.CANCEL) {
      return new Request(intent, services, resources, anyone, When.NOTHING, when, false);
    }
    if (changes && !aimed && standing.isEmpty()) {
      return twoDays(parts, new Request(intent, services, resources, anyone, when, standing,
          false));
    }
    return new Request(intent, services, resources, anyone, when, standing, aimed && changes);
  }

  /// Of two days said about a move, the first is where it stands.
  private static Request twoDays(List<Mention> parts, Request request) {
    var days = parts.stream().map(Mention::meaning).filter(OfDay.class::isInstance)
        .map(OfDay.class::cast).toList();
    return days.size() != 2 || request.intent() == Act.CHANGE_IT
        ? request
        : new Request(request.intent(), request.services(), request.resources(),
            request.anyone(), request.when(), When.NOTHING.on(days.getFirst().day()), true);
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
    return words.is(at, "to", "until", "till", "for", "instead", "do", "make", "it", "into")
        || words.is(part.to(), "instead");
  }

  private static @Nullable Act intent(List<Mention> parts) {
    Act found = null;
    for (var part : parts) {
      if (part.meaning() instanceof OfAct(var act)
          && (isIntent(act) || act == Act.CHANGE_IT)
          && (found == null || found == Act.BOOK || found == Act.CHANGE_IT && act != Act.BOOK)) {
        found = act;
      }
    }
    return found;
  }
}
