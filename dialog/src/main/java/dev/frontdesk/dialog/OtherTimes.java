package dev.frontdesk.dialog;

import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.SlotWish;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Slots for callers who did not say when, or for whom the first ones do not suit.
final class OtherTimes {
  private final Turn turn;
  private final Memory memory;

  OtherTimes(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
  }

  /// None of those: asks when it should be.
  void offer(Task task) {
    memory.offers.clear();
    task.unchoose();
    turn.progress = true;
    turn.ask(Question.WHEN);
  }

  /// Offers what comes first, without being told a day.
  void soonest(Task task) {
    from(task, turn.now);
  }

  /// Offers what comes after the last one offered.
  void more(Task task) {
    var from = memory.offers.isEmpty() ? turn.now
        : turn.startOf(memory.offers.getLast()).plusMinutes(1);
    from(task, from);
  }

  private void from(Task task, LocalDateTime from) {
    var service = task.service();
    if (service.isEmpty()) {
      new Dialogue(turn).advance(task);
      return;
    }
    var offers = new ArrayList<Offer>();
    var next = from;
    while (offers.size() < 3) {
      var found = turn.tools.offer(new SlotWish(service.get(), Optional.ofNullable(task.resource),
          new SlotWish.When.Between(next, next.plusDays(60), DayPart.ANY),
          Optional.ofNullable(task.booking), 1));
      if (!found.granted() || found.offers().isEmpty()) {
        break;
      }
      offers.add(found.offers().getFirst());
      next = turn.startOf(offers.getLast()).toLocalDate().plusDays(1).atStartOfDay();
    }
    turn.progress = true;
    if (offers.isEmpty()) {
      turn.tell("noMore");
      memory.offers.clear();
      turn.ask(Question.WHEN);
      return;
    }
    new Offering(turn).present(task, new Search.Result.Some(List.copyOf(offers)));
    turn.ask(Question.PICK_SLOT);
  }
}
