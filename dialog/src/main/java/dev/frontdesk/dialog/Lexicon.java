package dev.frontdesk.dialog;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The organisation's own words, as callers say them: services, resources, facts.
final class Lexicon {
  private static final Set<String> VAGUE =
      Set.of("appointment", "service", "session", "visit", "the", "a", "an", "and", "with", "of",
          "for", "new", "full", "first", "short", "long", "standard", "regular", "or", "in", "to",
          "minute", "hour", "min", "one", "two", "my", "your", "half", "day", "quick", "all",
          "on", "up", "per", "room", "dr", "doctor", "mr", "mrs", "ms", "at", "single");
  private final Catalogue catalogue;
  private final List<Named<ServiceId>> services = new ArrayList<>();
  private final List<Named<ResourceId>> resources = new ArrayList<>();

  private final Map<Question, String> grammars = new ConcurrentHashMap<>();

  private record Named<T>(T id, List<String> words) {}

  Lexicon(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (var service : catalogue.services()) {
      add(services, service.id(), service.name());
      add(services, service.id(), service.id().value());
      service.aliases().forEach(alias -> add(services, service.id(), alias));
    }
    for (var resource : catalogue.resources()) {
      add(resources, resource.id(), resource.name());
      add(resources, resource.id(), resource.id().value());
    }
  }

  /// The grammar for a question, made once.
  String kept(Question asked, Supplier<String> make) {
    return grammars.computeIfAbsent(asked, _ -> make.get());
  }

  Catalogue catalogue() {
    return catalogue;
  }

  private static <T> void add(List<Named<T>> to, T id, String name) {
    var words = new ArrayList<String>();
    var cut = Words.of(name.replace('.', ' ').replace('&', ' '));
    for (int i = 0; i < cut.size(); i++) {
      words.add(stem(cut.at(i)));
    }
    if (!words.isEmpty()) {
      to.add(new Named<>(id, List.copyOf(words)));
    }
  }

  /// The services the words at `i` may mean: one, or several that share a word.
  @Nullable Found<List<ServiceId>> service(Words words, int i) {
    return find(services, words, i);
  }

  @Nullable Found<List<ResourceId>> resource(Words words, int i) {
    return find(resources, words, i);
  }

  private static <T> @Nullable Found<List<T>> find(List<Named<T>> named, Words words, int i) {
    Set<T> best = new LinkedHashSet<>();
    int end = i;
    for (var one : named) {
      int to = whole(one.words, words, i);
      if (to > end) {
        best.clear();
        end = to;
      }
      if (to > i && to == end) {
        best.add(one.id);
      }
    }
    if (!best.isEmpty()) {
      return new Found<>(List.copyOf(best), end);
    }
    for (var one : named) {
      int to = part(one.words, words, i);
      if (to > end) {
        best.clear();
        end = to;
      }
      if (to > i && to == end) {
        best.add(one.id);
      }
    }
    return best.isEmpty() ? compound(named, words, i) : new Found<>(List.copyOf(best), end);
  }

  /// `a cut` for `haircut`: the end of a longer word, when only one name has it.
  private static <T> @Nullable Found<List<T>> compound(
      List<Named<T>> named, Words words, int i) {
    String said = words.at(i);
    if (said.length() < 3 || VAGUE.contains(said) || !said.chars().allMatch(Character::isLetter)
        || Numbers.at(words, i) != null) {
      return null;
    }
    Set<T> ends = new LinkedHashSet<>();
    for (var one : named) {
      if (one.words.stream().anyMatch(part -> part.length() - said.length() >= 3
          && part.endsWith(said))) {
        ends.add(one.id);
      }
    }
    return ends.size() == 1 ? new Found<>(List.copyOf(ends), i + 1) : null;
  }

  private static int whole(List<String> name, Words words, int i) {
    int at = i;
    for (int k = 0; k < name.size(); k++) {
      if (!same(name.get(k), words.at(at))) {
        return joined(name, words, i);
      }
      at++;
    }
    return at;
  }

  /// `hair cut` for `haircut`, and the other way about.
  private static int joined(List<String> name, Words words, int i) {
    String all = String.join("", name);
    String two = words.at(i) + words.at(i + 1);
    if (name.size() == 1 && !words.at(i + 1).isEmpty() && words.at(i).length() > 1
        && !VAGUE.contains(words.at(i)) && stem(two).equals(all)) {
      return i + 2;
    }
    return name.size() > 1 && stem(words.at(i)).equals(all) ? i + 1 : -1;
  }

  /// As many words in a row as belong to the name, if one of them tells it from others.
  private static int part(List<String> name, Words words, int i) {
    int at = i;
    boolean telling = false;
    while (at < words.size()) {
      String word = words.at(at);
      if (name.stream().noneMatch(part -> same(part, word))) {
        break;
      }
      telling |= !VAGUE.contains(word) && word.length() > 2 && !word.matches("\\d+")
          && Numbers.at(words, at) == null;
      at++;
    }
    return telling ? at : -1;
  }

  private static boolean same(String stem, String word) {
    if (word.isEmpty()) {
      return false;
    }
    String said = stem(word);
    if (stem.equals(said)) {
      return true;
    }
    if (stem.matches("\\d+")) {
      var number = Numbers.at(Words.of(word), 0);
      return number != null && number.what().toString().equals(stem);
    }
    return stem.length() >= 5 && said.length() >= 4 && Spelling.nearly(stem, said)
        && stem.charAt(0) == said.charAt(0);
  }

  /// What is left of a word without its endings: `coloring`, `colours` and `coloured` are one.
  static String stem(String word) {
    String stem = word.toLowerCase(Locale.ROOT).replace("our", "or").replace("grey", "gray");
    for (String ending : new String[] {"ings", "ing", "ies", "ed", "es", "s"}) {
      if (stem.length() - ending.length() >= 3 && stem.endsWith(ending)
          && !stem.endsWith("ss")) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    if (stem.length() > 3 && (stem.endsWith("e") || stem.endsWith("y"))) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    return stem.length() > 3 && stem.charAt(last) == stem.charAt(last - 1)
        && stem.charAt(last) != 's' && stem.charAt(last) != 'l'
        ? stem.substring(0, last)
        : stem;
  }

  /// The fact a word at `i` asks for: `park` finds `parking`.
  Optional<String> fact(Words words, int i) {
    String word = words.at(i);
    boolean named = word.length() > 4 && catalogue.organisation().facts().containsKey(word);
    if (word.length() < 3 || VAGUE.contains(word) || !named && !NameList.mayBe(word)
        && !Set.of("parking", "cost", "phone", "email").contains(word)) {
      return Optional.empty();
    }
    for (String key : catalogue.organisation().facts().keySet()) {
      var cut = Words.of(split(key));
      for (int k = 0; k < cut.size(); k++) {
        String part = cut.at(k);
        String joined = word + words.at(i + 1);
        boolean begins = word.length() >= 4 && part.startsWith(word);
        if (begins || stem(part).equals(stem(word)) || joined.equals(part)
            || FactWords.mean(part, word)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  static String split(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').replace('-', ' ');
  }
}
