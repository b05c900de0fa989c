package dev.frontdesk.dialog;

import dev.frontdesk.booking.Offer;
import dev.frontdesk.dialog.TimePart.At;
import dev.frontdesk.dialog.TimePart.Part;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the open offers the caller's words pick, if any.
final class Picking {
  private final Turn turn;
  private final List<Offer> offers;

  Picking(Turn turn) {
    this.turn = turn;
    this.offers = turn.memory.offers;
  }

  @Nullable Offer pick(Understood said, Task task) {
    if (offers.isEmpty()) {
      return null;
    }
    var request = said.first();
    var choice = said.choice();
    if (choice != null) {
      return chosen(choice, task);
    }
    if (!request.when().isEmpty()) {
      return byTime(request.when(), task);
    }
    if (request.resources().size() == 1) {
      var with = offers.stream()
          .filter(offer -> offer.resources().contains(request.resources().getFirst())).toList();
      return with.size() == 1 ? with.getFirst() : null;
    }
    if (said.is(Act.REJECT) || said.isNo() || said.denied()) {
      return null;
    }
    boolean whatever = said.is(Act.DONT_KNOW) || said.is(Act.ANYONE);
    boolean named = said.isYes()
        && (turn.memory.asked == Question.PICK_SLOT || turn.memory.again > 0);
    return whatever || named ? nearest(task) : null;
  }

  private @Nullable Offer chosen(Choice choice, Task task) {
    return switch (choice) {
      case Choice.Nth(int number) -> number <= offers.size() ? offers.get(number - 1) : null;
      case Choice.Last _, Choice.Later _ -> offers.getLast();
      case Choice.Earlier _ -> offers.getFirst();
      case Choice.NextAfter _ -> {
        var wished = task.wished;
        yield wished == null
            ? offers.getFirst()
            : offers.stream().filter(offer -> turn.startOf(offer).isAfter(wished)).findFirst()
                .orElse(null);
      }
    };
  }

  private @Nullable Offer byTime(When when, Task task) {
    var day = when.day();
    var onDay = day == null ? offers
        : offers.stream().filter(offer -> day.allows(turn.startOf(offer).toLocalDate())).toList();
    var at = when.at();
    var part = when.part();
    List<Offer> fitting;
    if (at != null) {
      fitting = onDay.stream().filter(offer -> fits(at, turn.startOf(offer))).toList();
    } else if (part != null && when.within() == null) {
      fitting = onDay.stream().filter(offer -> fits(part, turn.startOf(offer))).toList();
    } else if (when.hasTime()) {
      return when.other() instanceof TimePart.Any ? nearest(task)
          : when.other() instanceof TimePart.Earliest && !onDay.isEmpty() ? onDay.getFirst()
          : when.other() instanceof TimePart.Latest && !onDay.isEmpty() ? onDay.getLast() : null;
    } else {
      fitting = day != null && day.isOneDay() ? onDay : List.of();
    }
    return fitting.size() == 1 ? fitting.getFirst()
        : fitting.isEmpty() || day != null ? null : onWishedDay(fitting, task);
  }

  /// Of the same time on several days, the one on the day that was asked for.
  private @Nullable Offer onWishedDay(List<Offer> fitting, Task task) {
    var wished = task.wished;
    var same = fitting.stream()
        .filter(offer -> wished != null
            && turn.startOf(offer).toLocalDate().equals(wished.toLocalDate())).toList();
    return same.size() == 1 ? same.getFirst() : null;
  }

  private static boolean fits(At at, LocalDateTime start) {
    var clock = at.clock();
    return start.toLocalTime().equals(clock.time())
        || clock.open() && start.toLocalTime().equals(clock.time().plusHours(12));
  }

  private static boolean fits(Part part, LocalDateTime start) {
    LocalTime time = start.toLocalTime();
    return time.getHour() >= part.fromHour() && time.getHour() < part.toHour();
  }

  /// The one closest to what was wished for.
  private Offer nearest(Task task) {
    var wished = task.wished;
    return wished == null
        ? offers.getFirst()
        : offers.stream().min(Comparator.comparing(offer ->
            java.time.Duration.between(wished, turn.startOf(offer)).abs())).orElseThrow();
  }
}
