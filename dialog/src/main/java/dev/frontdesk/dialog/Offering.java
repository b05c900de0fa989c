package dev.frontdesk.dialog;

import dev.frontdesk.booking.HoldOutcome;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.WhyNot;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Offers slots, and takes a hold on the one that is picked.
final class Offering {
  private final Turn turn;
  private final Memory memory;
  private final Wording wording;

  Offering(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
    this.wording = turn.wording;
  }

  /// Looks for the wish of `task`. True when a slot is now held; else a question was asked.
  boolean settle(Task task, ServiceId service) {
    return present(task, turn.search.find(task, service));
  }

  boolean present(Task task, Search.Result result) {
    return switch (result) {
      case Search.Result.Exact(var offer) -> hold(task, offer);
      case Search.Result.Some(var offers) -> {
        open(offers);
        turn.ask(task.when.hasTime() || task.when.day() != null && !task.when.day().isOneDay()
            || offers.size() == 1 ? Question.PICK_SLOT : Question.WHAT_TIME);
        yield false;
      }
      case Search.Result.Instead(var why, var exact, var offers) -> {
        refuse(task, why, exact);
        var next = exact == null ? null : new SeriesBooking(turn).next(task, exact);
        if (next != null) {
          yield hold(task, next);
        }
        alternatives(offers);
        yield false;
      }
    };
  }

  /// Takes the slot for this call. True when it is held.
  boolean hold(Task task, Offer found) {
    var offer = turn.search.withUsual(task, found);
    return switch (turn.tools.hold(offer.token())) {
      case HoldOutcome.Held(var hold) -> {
        task.chosen = offer;
        task.hold = hold.id();
        if (task.resource != null && !offer.resources().contains(task.resource)) {
          task.resource = offer.resources().getFirst(); // offered by name, and taken
        }
        task.wished = turn.startOf(offer);
        task.when = settled(task.wished);
        memory.discussed = task.wished.toLocalDate();
        memory.offers.clear();
        turn.happened(new DialogEvent.Held(hold.id(), offer.service(), offer.slot()));
        yield true;
      }
      case HoldOutcome.JustTaken(var others) -> {
        turn.tell("justTaken");
        alternatives(others);
        yield false;
      }
      case HoldOutcome.Invalid _ -> {
        turn.tell("justTaken");
        memory.offers.clear();
        turn.ask(Question.WHEN);
        yield false;
      }
      case HoldOutcome.Refused(var why, var others) -> {
        refuse(task, why, turn.startOf(offer));
        alternatives(others);
        yield false;
      }
    };
  }

  /// The wish that names exactly this start, so that a later correction changes only a part.
  static When settled(LocalDateTime start) {
    var clock = new ClockTime(start.toLocalTime(), false);
    return new When(DayWish.on(start.toLocalDate()), new TimePart.At(clock, false), null, null,
        null);
  }

  void alternatives(List<Offer> offers) {
    var task = memory.task;
    if (offers.isEmpty()) {
      memory.offers.clear();
      boolean mayWait = task != null && task.kind == Task.Kind.BOOK
          && !(task.when.day() == null || task.when.day().to().isBefore(turn.today()));
      turn.ask(mayWait ? Question.WAIT_FOR_SLOT : Question.WHEN);
      return;
    }
    open(offers);
    turn.ask(Question.PICK_SLOT);
    turn.tell(offers.size() == 1 ? "offerInsteadOne" : "offerInsteadSome", "slots",
        spoken(offers));
  }

  private void open(List<Offer> offers) {
    memory.offers = new ArrayList<>(offers);
    if (!offers.isEmpty()) {
      turn.happened(new DialogEvent.SlotsOffered(
          offers.getFirst().service(), offers.stream().map(Offer::slot).toList()));
    }
  }

  /// Says why not, in plain words.
  void refuse(Task task, WhyNot why, @Nullable LocalDateTime exact) {
    var day = exact != null ? exact.toLocalDate()
        : task.when.day() != null ? task.when.day().from() : null;
    boolean one = exact != null || task.when.day() != null && task.when.day().isOneDay();
    if (day != null) {
      boolean reachable = why != WhyNot.PAST && why != WhyNot.BEYOND_WINDOW;
      memory.discussed = reachable ? day : null;
    }
    String when = exact != null ? wording.dateTime(exact)
        : day != null ? wording.date(day) : wording.part("spanThen");
    String dayText = day == null ? wording.part("spanThen") : wording.date(day);
    String who = task.resource == null ? "" : turn.resourceName(task.resource);
    switch (why) {
      case PAST -> turn.tell(pastDay(day) ? "pastDay" : "past", "when", when, "day", dayText);
      case CLOSED -> {
        if (!who.isEmpty()) {
          turn.tell("takenWith", "who", who, "when", when);
        } else if (one && closedAllDay(day)) {
          turn.tell("closedDay", "day", dayText);
        } else if (exact != null) {
          turn.tell("closedTime", "when", when);
        } else {
          turn.tell("nothingIn", "span", span(task));
        }
      }
      case DOES_NOT_FIT -> turn.tell(exact == null ? "nothingIn" : "doesNotFit", "when", when,
          "span", span(task));
      case OFF_GRID -> turn.tell(exact == null ? "nothingIn" : "offGrid", "when", when, "span",
          span(task));
      case TOO_SOON -> turn.tell("tooSoon", "when", when, "notice", notice(task));
      case BEYOND_WINDOW -> turn.tell("beyond", "when", when, "days", window(task));
      case LIMIT_REACHED -> turn.tell("limit", "when", when);
      case NO_SUCH_TIME -> turn.tell("noSuchTime", "when", when);
      case WRONG_RESOURCE, UNKNOWN_RESOURCE -> {
        turn.tell("wrongResource", "who", who);
        task.resource = null;
      }
      case TAKEN, UNKNOWN_SERVICE -> {
        if (exact == null) {
          turn.tell("nothingIn", "span", span(task));
        } else if (!who.isEmpty()) {
          turn.tell("takenWith", "who", who, "when", when);
        } else {
          turn.tell("takenExact", "when", when);
        }
      }
    }
  }

  private boolean pastDay(@Nullable LocalDate day) {
    return day != null && day.isBefore(turn.today());
  }

  private boolean closedAllDay(@Nullable LocalDate day) {
    return day != null && turn.catalogue.hoursOn(day).isEmpty();
  }

  private String span(Task task) {
    var day = task.when.day();
    if (day == null) {
      return wording.part("spanThen");
    }
    return day.isOneDay()
        ? wording.part("spanOn", "day", wording.date(day.from()))
        : wording.part("spanBetween", "from", wording.date(day.from()), "to",
            wording.date(day.to()));
  }

  private String notice(Task task) {
    return task.service().flatMap(turn.catalogue::service)
        .map(service -> wording.length(service.rules().minimumNotice())).orElse("");
  }

  private String window(Task task) {
    return task.service().flatMap(turn.catalogue::service)
        .map(service -> wording.number(service.rules().windowDays())).orElse("");
  }

  /// `Tuesday, June 16th at nine AM, ten AM or with Ben at eleven AM`.
  String spoken(List<Offer> offers) {
    return wording.anyOf(parts(offers));
  }

  List<String> parts(List<Offer> offers) {
    var parts = new ArrayList<String>();
    LocalDate said = null;
    for (var offer : offers) {
      var start = turn.startOf(offer);
      String time = wording.time(start.toLocalTime());
      String text = start.toLocalDate().equals(said) ? time : wording.dateTime(start);
      said = start.toLocalDate();
      parts.add(text + other(offer));
    }
    return parts;
  }

  /// The times alone, for when the day was just said.
  List<String> times(List<Offer> offers) {
    return offers.stream()
        .map(offer -> wording.time(turn.startOf(offer).toLocalTime()) + other(offer)).toList();
  }

  /// Who it would be with, when that is not whom the caller asked for.
  private String other(Offer offer) {
    var wanted = memory.task == null ? null : memory.task.resource;
    return wanted == null || offer.resources().contains(wanted)
        ? ""
        : " " + wording.part("wordWith", "who",
            turn.resourceName(offer.resources().getFirst()));
  }
}
