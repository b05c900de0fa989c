package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.EmailAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one utterance of the caller means. Nothing in it has been acted upon.
///
/// @param acts     what was done with words, apart from giving details
/// @param requests what is wanted, at least one, the first going on with what is spoken of
/// @param denied   days or times ruled out
/// @param spoken   the words themselves
record Understood(
    Set<Act> acts,
    List<Request> requests,
    @Nullable String name,
    @Nullable String phoneDigits,
    @Nullable EmailAddress email,
    @Nullable Choice choice,
    @Nullable String fact,
    boolean denied,
    boolean deniedName,
    boolean lastOnly,
    boolean noSuchDay,
    Words spoken) {

  /// As if the caller had only done this.
  static Understood only(Act act) {
    return new Understood(Set.of(act), List.of(Request.NOTHING), null, null, null, null, null,
        false, false, false, false, Words.of(""));
  }

  int words() {
    return spoken.size();
  }

  boolean lastNameOnly() {
    return lastOnly;
  }

  /// Whether the very word was said.
  boolean mentions(String word) {
    return spoken.has(0, spoken.size(), word);
  }

  /// `Both of them`, `all my appointments`.
  boolean wantsAll() {
    return mentions("both") || mentions("all") && !is(Act.DONE) || mentions("everything");
  }

  boolean is(Act act) {
    return acts.contains(act);
  }

  Request first() {
    return requests.getFirst();
  }

  boolean saysDetails() {
    return name != null || phoneDigits != null || email != null || choice != null
        || requests.stream().anyMatch(Request::saysDetails);
  }

  /// A yes that is not taken back in the same breath.
  boolean isYes() {
    return is(Act.YES) && !isNo() && !mentions("wait") && !mentions("wrong");
  }

  boolean isNo() {
    return is(Act.NO) || is(Act.NEVER_MIND);
  }

  boolean asksSomething() {
    return fact != null || acts.stream().anyMatch(Act::isQuestion);
  }
}
