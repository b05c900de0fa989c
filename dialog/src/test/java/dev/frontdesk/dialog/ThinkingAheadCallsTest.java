package dev.frontdesk.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All whole calls are thought ahead (`PhoneCall`); these tell that it makes no difference.
class ThinkingAheadCallsTest {
  private static final List<String> CALL =
      List.of(
          "hi, how much is a haircut?",
          "I'd like a haircut",
          "on Tuesday",
          "at three",
          "Dana Whitfield",
          "no wait, Thursday",
          "yes please",
          "can you move it to Friday at ten",
          "yes",
          "no thanks, bye");

  @Test
  void a_call_thought_ahead_is_the_same_call() {
    var ahead = PhoneCall.fromKnownNumber();
    var plain = PhoneCall.fromKnownNumber();
    plain.ahead = false;

    assertThat(answers(ahead)).isEqualTo(answers(plain));
    assertThat(ahead.rows()).isEqualTo(plain.rows()).hasSize(1);
    assertThat(kinds(ahead)).isEqualTo(kinds(plain));
    assertThat(ahead.shop.bookings.events()).hasSameSizeAs(plain.shop.bookings.events());
  }

  @Test
  void what_only_asks_and_answers_is_thought_and_what_holds_or_books_is_not() {
    var call = PhoneCall.fromKnownNumber();

    call.says("hi, how much is a haircut?", "I'd like a haircut", "on Tuesday");
    int before = call.thoughtAhead;
    call.says("at three for Dana Whitfield"); // takes a hold
    call.says("yes please"); // books

    assertThat(before).isEqualTo(3);
    assertThat(call.thoughtAhead).isEqualTo(before);
    assertThat(call.rows()).hasSize(1);
  }

  private static List<String> answers(PhoneCall call) {
    var answers = new ArrayList<String>();
    CALL.forEach(words -> answers.add(call.says(words)));
    return answers;
  }

  private static List<String> kinds(PhoneCall call) {
    return call.events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
