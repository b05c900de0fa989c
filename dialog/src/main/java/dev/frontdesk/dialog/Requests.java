package dev.frontdesk.dialog;

import dev.frontdesk.dialog.Meaning.OfAct;
import dev.frontdesk.dialog.Meaning.OfDay;
import dev.frontdesk.dialog.Meaning.OfResources;
import dev.frontdesk.dialog.Meaning.OfServices;
import dev.frontdesk.dialog.Meaning.OfTime;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Parts one breath into the things it asks for: `move my haircut to Wednesday at ten, and get me
/// a colour on Thursday` are two.
final class Requests {
  private final Words words;
  private final List<Mention> mentions;
  private final RequestReader reader;

  Requests(Words words, List<Mention> mentions) {
    this.words = words;
    this.mentions = mentions.stream().filter(mention -> !mention.denied()).toList();
    var avoided = mentions.stream().filter(Mention::denied).map(Mention::meaning)
        .flatMap(one -> one instanceof OfResources(var any) ? any.stream() : Stream.of()).toList();
    this.reader = new RequestReader(words, avoided);
  }

  /// At least one, maybe an empty one.
  List<Request> list() {
    var cuts = cuts();
    var requests = new ArrayList<Request>();
    int from = 0;
    for (int cut : cuts) {
      requests.add(reader.read(mentions.subList(from, cut)));
      from = cut;
    }
    requests.add(reader.read(mentions.subList(from, mentions.size())));
    boolean nothing = requests.getFirst().intent() == null
        && (!requests.getFirst().saysDetails() || requests.getFirst().stands());
    if (requests.size() > 1 && nothing) {
      requests.removeFirst();
    }
    for (int i = 1; i < requests.size(); i++) {
      requests.set(i, following(requests.get(i - 1), requests.get(i)));
    }
    for (int i = requests.size() - 1; i > 0; i--) {
      requests.set(i - 1, sharing(requests.get(i - 1), requests.get(i)));
    }
    return several(told(requests));
  }

  /// `A check-up and a filling, the check-up at ten`: what is said later of the same is told of it.
  private static List<Request> told(List<Request> requests) {
    var all = new ArrayList<Request>();
    for (var request : requests) {
      int same = -1;
      for (int i = 0; i < all.size(); i++) {
        var before = all.get(i);
        boolean fits = !request.services().isEmpty() && before.count() == 1
            && request.services().equals(before.services()) && !before.when().hasTime()
            && request.when().hasTime() && !request.changes()
            && request.intent() != Act.CANCEL && !before.changes() && all.size() > 1;
        same = fits && same < 0 ? i : same;
      }
      if (same < 0) {
        all.add(request);
      } else {
        var before = all.get(same);
        var when = request.when().day() == null && before.when().day() != null
            ? request.when().on(before.when().day()) : request.when();
        all.set(same, before.at(when));
      }
    }
    return all;
  }

  /// `Two haircuts at two` are two wishes; in `two haircuts, one at nine and one at ten` both were
  /// told.
  private static List<Request> several(List<Request> requests) {
    var all = new ArrayList<Request>();
    for (int i = 0; i < requests.size(); i++) {
      var request = requests.get(i);
      all.add(request.counted(1));
      int told = 1;
      while (request.count() > 1 && i + 1 < requests.size()
          && requests.get(i + 1).services().equals(request.services())) {
        all.add(requests.get(++i).counted(1));
        told++;
      }
      for (int n = told; n < request.count(); n++) {
        all.add(request.at(When.NOTHING).counted(0));
      }
    }
    return List.copyOf(all);
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
    return next.doing(next.intent() == null ? before.intent() : next.intent())
        .about(same && next.intent() == null ? before.services() : next.services()).at(when);
  }

  /// `A haircut and a colour on Tuesday`: both on that day.
  private static Request sharing(Request first, Request next) {
    boolean books = first.intent() == null || first.intent() == Act.BOOK;
    var day = next.when().day();
    return books && next.intent() == first.intent() && first.when().isEmpty() && day != null
            && !first.services().isEmpty() && !next.services().isEmpty()
        ? first.at(first.when().on(day))
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
        boolean changed = RequestReader.changes(mentions.subList(begin, i))
            && reader.becomes(mentions.get(i));
        if (!services.isEmpty() && !services.equals(any) && !corrected(begin, i) && !changed) {
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

  static boolean isIntent(Act act) {
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
}
