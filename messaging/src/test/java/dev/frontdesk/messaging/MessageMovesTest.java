package dev.frontdesk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.TransitionCoverage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MessageMovesTest {
  private static final TransitionCoverage<MessageState, MessageEvent> MESSAGE =
      TransitionCoverage.of("Message", MessageMoves.TABLE);

  @AfterAll
  static void every_line_was_taken_and_is_drawn() {
    MESSAGE.everyTransitionWasVisited();
    MESSAGE.diagramIsCurrent();
  }

  @Test
  void every_line_is_one_that_happens() {
    for (var row : MessageMoves.TABLE.rows()) {
      assertThat(MESSAGE.step(row.from(), row.on())).isEqualTo(row.to());
    }
  }

  @Test
  void reports_in_any_order_and_any_number_end_in_the_same_state() {
    var reports =
        List.of(
            MessageEvent.ACCEPT, MessageEvent.REPORT_SENT, MessageEvent.REPORT_DELIVERED,
            MessageEvent.REPORT_SENT);
    for (var order : orders(reports)) {
      assertThat(after(order)).as(order.toString()).isEqualTo(MessageState.DELIVERED);
    }
  }

  @Test
  void good_news_outlives_bad() {
    for (var order :
        orders(List.of(MessageEvent.REPORT_UNDELIVERED, MessageEvent.REPORT_DELIVERED))) {
      assertThat(after(order)).isEqualTo(MessageState.DELIVERED);
    }
  }

  @Test
  void no_move_leads_back() {
    var rank =
        List.of(
            MessageState.INTENDED, MessageState.UNCONFIRMED, MessageState.ACCEPTED,
            MessageState.SENT, MessageState.WITHHELD, MessageState.FAILED,
            MessageState.UNDELIVERED, MessageState.DELIVERED, MessageState.READ);
    for (var row : MessageMoves.TABLE.rows()) {
      assertThat(rank.indexOf(row.to())).isGreaterThanOrEqualTo(rank.indexOf(row.from()));
    }
  }

  private static MessageState after(List<MessageEvent> events) {
    var state = MessageState.INTENDED;
    for (var event : events) {
      state = MessageMoves.TABLE.next(state, event).orElse(state);
    }
    return state;
  }

  private static <T> List<List<T>> orders(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (int i = 0; i < of.size(); i++) {
      var rest = new ArrayList<>(of);
      var first = rest.remove(i);
      for (var tail : orders(rest)) {
        var order = new ArrayList<T>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }
}
