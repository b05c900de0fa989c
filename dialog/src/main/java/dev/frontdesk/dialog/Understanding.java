package dev.frontdesk.dialog;

import dev.frontdesk.dialog.Meaning.OfAct;
import dev.frontdesk.dialog.Meaning.OfChoice;
import dev.frontdesk.dialog.Meaning.OfDay;
import dev.frontdesk.dialog.Meaning.OfEmail;
import dev.frontdesk.dialog.Meaning.OfFact;
import dev.frontdesk.dialog.Meaning.OfLength;
import dev.frontdesk.dialog.Meaning.OfName;
import dev.frontdesk.dialog.Meaning.OfNoDay;
import dev.frontdesk.dialog.Meaning.OfPhone;
import dev.frontdesk.dialog.Meaning.OfRepeat;
import dev.frontdesk.dialog.Meaning.OfResources;
import dev.frontdesk.dialog.Meaning.OfServices;
import dev.frontdesk.dialog.Meaning.OfTime;
import dev.frontdesk.vocabulary.EmailAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From words to meaning; pure, and total: any words give some answer. One pass from left to
/// right, at each word the longest phrase that means something.
final class Understanding {
  private static final String[] FILLERS = {
    "um", "uh", "er", "yes", "yeah", "sure", "ok", "okay", "well", "so", "hi", "hello", "oh",
    "please", "hey", "ah", "yep", "right", "its", "hmm", "of", "course", "no", "sorry", "and"
  };

  private final Words words;
  private final Setting setting;
  private final List<Mention> mentions = new ArrayList<>();

  private Understanding(Words words, Setting setting) {
    this.words = words;
    this.setting = setting;
  }

  static Understood of(String text, Setting setting) {
    var understanding = new Understanding(Words.of(text), setting);
    understanding.scan();
    return understanding.sum();
  }

  private void scan() {
    int i = 0;
    while (i < words.size()) {
      var mention = mentionAt(i);
      if (mention == null) {
        i++;
      } else {
        mentions.add(Denials.before(words, mention) ? mention.denying() : mention);
        // `this afternoon` is a day and a time in the same words
        boolean both = mention.to() == i;
        i = both ? alsoTime(i) : mention.to();
      }
    }
    Denials.after(words, mentions);
  }

  private int alsoTime(int i) {
    var time = TimeReader.at(words, i, false);
    if (time == null) {
      return i + 1;
    }
    mentions.add(new Mention(new OfTime(time.what()), i, time.end(), false));
    return time.end();
  }

  private @Nullable Mention mentionAt(int i) {
    var personal = personal(i);
    if (personal != null) {
      return personal;
    }
    int never = CalendarDays.noSuchDay(words, words.skip(i, "on"), setting.days());
    if (never > 0) {
      return new Mention(new OfNoDay(), i, never, false);
    }
    if (setting.offersOpen()) {
      var choice = Choice.at(words, i);
      boolean none = choice != null && choice.what() instanceof Choice.Nth(int number)
          && number > setting.offered();
      if (choice != null && !none) {
        return new Mention(new OfChoice(choice.what()), i, choice.end(), false);
      }
    }
    var recurring = recurring(i);
    if (recurring != null) {
      return recurring;
    }
    var day = DayReader.at(words, i, setting.days());
    if (day != null && day.end() == i) {
      return new Mention(new OfDay(day.what()), i, i, false);
    }
    Mention best = null;
    best = longer(best, day, i, day == null ? null : new OfDay(day.what()));
    var time = isCount(i) ? null : TimeReader.at(words, i, timeLikely());
    best = longer(best, time, i, time == null ? null : new OfTime(time.what()));
    var service = setting.lexicon().service(words, i);
    best = longer(best, service, i, service == null ? null : new OfServices(service.what()));
    var resource = setting.lexicon().resource(words, i);
    best = longer(best, resource, i, resource == null ? null : new OfResources(resource.what()));
    var act = ActPhrases.ENGLISH.at(words, i);
    best = longer(best, act, i, act == null ? null : new OfAct(act.what()));
    if (best == null) {
      var fact = setting.lexicon().fact(words, i);
      if (fact.isPresent()) {
        return new Mention(new OfFact(fact.get()), i, i + 1, false);
      }
    }
    return best;
  }

  private @Nullable Mention recurring(int i) {
    var repeat = RepeatReader.at(words, i);
    if (repeat != null) {
      return new Mention(new OfRepeat(repeat.what()), i, repeat.end(), false);
    }
    boolean asked = setting.asked() == Question.HOW_MANY;
    boolean repeats = mentions.stream().anyMatch(one -> one.meaning() instanceof OfRepeat);
    boolean timed = !mentions.isEmpty() && mentions.getLast().to() == i && words.is(i, "for")
        && (mentions.getLast().meaning() instanceof OfDay
            || mentions.getLast().meaning() instanceof OfTime);
    if (!asked && !repeats && !timed) {
      return null;
    }
    var length = RepeatReader.lengthAt(words, i, setting.days(), asked);
    return length == null ? null
        : new Mention(new OfLength(length.what()), i, length.end(), false);
  }

  private static @Nullable Mention longer(
      @Nullable Mention best, @Nullable Found<?> found, int i, @Nullable Meaning meaning) {
    if (found == null || meaning == null || found.end() <= i
        || best != null && found.end() <= best.to()) {
      return best;
    }
    return new Mention(meaning, i, found.end(), false);
  }

  /// `And one at half past three` is one more of the same, `for one haircut` is no hour.
  private boolean isCount(int i) {
    var number = Numbers.at(words, i);
    boolean ofService = number != null && !words.is(i - 1, "at", "past", "to")
        && !words.endsAfter(number.end() - 1)
        && setting.lexicon().service(words, number.end()) != null;
    return ofService || words.is(i, "one") && words.is(i - 1, "and", "also", "another")
        && (words.is(i + 1, "at", "on", "for") || Weekdays.name(words.at(i + 1)) != null);
  }

  /// A bare number after a day is an hour too.
  private boolean timeLikely() {
    return setting.asked().expectsTime()
        || !mentions.isEmpty() && mentions.getLast().meaning() instanceof OfDay;
  }

  private @Nullable Mention personal(int i) {
    var email = EmailReader.at(words, i);
    if (email != null) {
      return new Mention(new OfEmail(email.what()), i, email.end(), false);
    }
    boolean phoneAsked = setting.asked().isPhone()
        || setting.asked() == Question.CONFIRM_CALL_BACK
        || words.phrase(i - 2, "number is") > 0 || words.phrase(i - 2, "number it") > 0;
    var phone = PhoneReader.at(words, i, phoneAsked);
    if (phone != null && !isCalendarDay(i)) {
      return new Mention(new OfPhone(phone.what()), i, phone.end(), false);
    }
    boolean renamed = setting.asked() == Question.CONFIRM_BOOKING && words.size() <= 3
        && NameList.isFirst(words.at(0));
    boolean otherName = !mentions.isEmpty() && NameList.mayBe(words.at(i))
        && mentions.getLast().meaning() instanceof OfName && mentions.getLast().to() == i
        && mentions.stream().anyMatch(one -> one.denied() && one.meaning() instanceof OfName);
    boolean nameAsked = setting.asked() == Question.NAME || renamed || otherName;
    var name = NameReader.at(words, i, nameAsked && (otherName || bareNameMayBegin(i)),
        this::somethingElse);
    for (int k = i + 1; name != null && k < name.end(); k++) {
      if (EmailReader.at(words, k) != null) {
        return null; // `it's Maria underscore Lopez at …`
      }
    }
    boolean resource = !nameAsked && setting.lexicon().resource(words, i) != null;
    if (name != null && name.end() > i && !resource) {
      return new Mention(new OfName(name.what()), i, name.end(), false);
    }
    return null;
  }

  private boolean isCalendarDay(int i) {
    return CalendarDays.at(words, i, setting.days()) != null;
  }

  /// Whether nothing but fillers was said before, or a comma or a known name stands here.
  private boolean bareNameMayBegin(int i) {
    if (words.is(i - 1, "with", "by", "is") && !words.is(i - 2, "name") && i > 1) {
      return false; // `is that with Ana`
    }
    for (int k = 0; k < i; k++) {
      if (!words.is(k, FILLERS)) {
        return NameList.isFirst(words.at(i)) || words.is(i - 1, "is", "names", "name", "be");
      }
    }
    return true;
  }

  private boolean somethingElse(int i) {
    boolean name = NameList.isKnown(words.at(i));
    return !name && DayReader.at(words, i, setting.days()) != null
        || Weekdays.name(words.at(i)) != null
        || setting.lexicon().service(words, i) != null
        || !name && setting.lexicon().fact(words, i).isPresent()
        || Numbers.at(words, i) != null;
  }

  private Understood sum() {
    var acts = EnumSet.noneOf(Act.class);
    String name = null;
    String phone = null;
    EmailAddress email = null;
    Choice choice = null;
    String fact = null;
    boolean denied = false;
    boolean deniedName = false;
    boolean lastOnly = false;
    boolean noSuchDay = false;
    for (var mention : mentions) {
      boolean stands = !mention.denied();
      switch (mention.meaning()) {
        case OfAct(var act) -> acts.add(act);
        case OfName(var said) -> {
          lastOnly = stands && said.startsWith(NameReader.LAST);
          name = stands ? said.replace(NameReader.LAST, "") : name;
          deniedName |= !stands;
        }
        case OfPhone(var digits) -> phone = stands ? digits : phone;
        case OfEmail(var said) -> email = said;
        case OfChoice(var said) -> choice = stands ? said : choice;
        case OfFact(var key) -> fact = key;
        case OfNoDay _ -> noSuchDay = true;
        case OfDay _, OfTime _ -> denied |= !stands;
        case OfServices _, OfResources _, OfRepeat _, OfLength _ -> { }
      }
    }
    if (acts.contains(Act.CORRECT) && !setting.asked().isYesOrNo()) {
      acts.remove(Act.NO);
    }
    var requests = new Requests(words, mentions).list();
    return new Understood(
        acts, requests, name, phone, email, choice, fact, denied, deniedName,
        lastOnly, noSuchDay, words);
  }
}
