package dev.frontdesk.dialog;

import dev.frontdesk.dialog.TimePart.At;
import dev.frontdesk.dialog.TimePart.Same;
import dev.frontdesk.dialog.TimePart.Shift;
import dev.frontdesk.dialog.TimePart.Toward;
import dev.frontdesk.dialog.TimePart.Within;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts what the caller said into the task; what is said later replaces what was said before.
final class Details {
  private final Turn turn;
  private final Memory memory;

  Details(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
  }

  /// Name, number and address belong to the call, not to a task.
  void personal(Understood said) {
    var name = said.name();
    if (name != null && !name.equals(memory.name)) {
      memory.name = fuller(merged(name, said.lastNameOnly()));
      memory.nameFromRecord = false;
      turn.learned("name");
    }
    if (said.email() != null) {
      memory.email = said.email();
      turn.learned("email");
    }
    if (said.phoneDigits() != null) {
      new Phones(turn).said(said.phoneDigits());
    } else if (said.is(Act.CALLER_NUMBER) && memory.asked == Question.PHONE) {
      new Phones(turn).callerNumber();
    }
  }

  /// A last name is added; one name that sounds like a part of the known one sets that part right.
  private String merged(String name, boolean last) {
    var known = memory.name;
    if (known == null || name.contains(" ")) {
      return name;
    }
    var parts = new java.util.ArrayList<>(List.of(known.split(" ")));
    for (int i = 0; i < parts.size(); i++) {
      if (NameReader.alike(parts.get(i), name) && parts.size() > 1) {
        parts.set(i, name);
        return String.join(" ", parts);
      }
    }
    return last ? parts.getFirst() + " " + name : name;
  }

  /// A first name alone, of somebody whose full name is known, is theirs.
  private String fuller(String name) {
    var known = memory.name;
    return known != null && memory.nameFromRecord
            && known.toLowerCase(java.util.Locale.ROOT)
                .startsWith(name.toLowerCase(java.util.Locale.ROOT) + " ")
        ? known
        : name;
  }

  /// True when something in the task changed.
  boolean merge(Task task, Request request) {
    boolean books = task.kind == Task.Kind.BOOK;
    boolean changed = services(task,
        books && !request.becomes().isEmpty() ? request.becomes() : request.services());
    changed |= resources(task, request);
    if (!request.standing().isEmpty()) {
      task.standing = request.standing();
      turn.progress = true;
    }
    task.aimed |= request.aimed() || request.stands();
    if (!books && !request.becomes().isEmpty()) {
      task.becomes = request.becomes();
      turn.learned("service");
      changed = true;
    }
    changed |= repeats(task, request);
    if (!request.when().isEmpty()) {
      var before = task.when;
      var first = task.repeat != null && task.when.day() != null
          && (request.when().day() == null || !request.when().day().isOneDay())
          ? task.when.day() : null;
      task.when = combined(task, request.when());
      task.when = first == null ? task.when : task.when.on(first);
      if (!same(before, task)) {
        changed = true;
        memory.offers.clear();
        task.unchoose();
      }
      learnedWhen(request.when());
    }
    return changed;
  }

  /// A series begins on the first of its days, unless another was named.
  private boolean repeats(Task task, Request request) {
    var said = request.repeat();
    if (said == null || task.kind != Task.Kind.BOOK) {
      return false;
    }
    var known = task.repeat;
    boolean lengthOnly = said.days().isEmpty() && !said.isEndless() && known != null;
    task.repeat = lengthOnly && known != null ? known.until(said) : said;
    var span = request.when().day();
    if (task.repeat.isEndless() && span != null && !span.isOneDay()) {
      task.repeat = task.repeat.until(Repeat.lasting(0, 0, span.to()));
      task.when = task.when.on(DayWish.on(task.repeat.firstFrom(span.from())));
    }
    turn.learned("repeat");
    boolean begins = !said.days().isEmpty()
        && (request.when().day() == null || !request.when().day().isOneDay());
    if (begins) {
      var from = request.when().day() == null ? turn.today().plusDays(1)
          : request.when().day().from();
      task.when = task.when.on(DayWish.on(said.firstFrom(from)));
      task.unchoose();
    }
    return begins || !lengthOnly;
  }

  private void learnedWhen(When said) {
    if (said.day() != null) {
      turn.learned("day");
      memory.discussed = said.day().isOneDay() && !said.day().from().isBefore(turn.today())
          ? said.day().from() : memory.discussed;
    }
    if (said.hasTime()) {
      turn.learned("time");
    }
  }

  private boolean same(When before, Task task) {
    var chosen = task.chosen;
    if (chosen == null) {
      return before.equals(task.when) && !memory.offers.isEmpty();
    }
    var start = turn.startOf(chosen);
    var day = task.when.day();
    var at = task.when.at();
    return day != null && day.isOneDay() && day.from().equals(start.toLocalDate())
        && at != null && task.when.other() == null && (at.clock().time().equals(start.toLocalTime())
            || at.clock().open() && at.clock().time().plusHours(12).equals(start.toLocalTime()));
  }

  private boolean services(Task task, List<ServiceId> said) {
    if (said.isEmpty() || said.equals(task.services)) {
      return false;
    }
    var narrowed = task.services.size() > 1
        ? said.stream().filter(task.services::contains).toList() : said;
    task.services = narrowed.isEmpty() ? said : narrowed;
    turn.learned("service");
    if (task.kind == Task.Kind.BOOK) {
      task.unchoose();
      memory.offers.clear();
    }
    return true;
  }

  private boolean resources(Task task, Request request) {
    if (request.anyone() && task.resource != null) {
      task.resource = null;
      task.unchoose();
      memory.offers.clear();
      turn.learned("resource");
      return true;
    }
    if (!request.avoided().isEmpty() && !task.avoided.containsAll(request.avoided())) {
      task.avoided = Set.copyOf(request.avoided());
      boolean gone = task.resource != null && task.avoided.contains(task.resource);
      task.resource = gone ? null : task.resource;
      turn.learned("resource");
      task.unchoose();
      memory.offers.clear();
      resource(task, request);
      return true;
    }
    return resource(task, request);
  }

  private boolean resource(Task task, Request request) {
    if (request.resources().isEmpty()) {
      return false;
    }
    var wanted = request.resources().getFirst();
    if (wanted.equals(task.resource)) {
      return false;
    }
    var chosen = task.chosen;
    task.resource = wanted;
    turn.learned("resource");
    if (chosen != null && chosen.resources().contains(wanted)) {
      return false;
    }
    task.unchoose();
    memory.offers.clear();
    return true;
  }

  /// What was said laid over what was known: `Thursday` keeps the time, `at four` the day.
  private When combined(Task task, When said) {
    var when = task.when;
    if (said.day() != null) {
      when = when.on(said.day());
    }
    var base = base(task);
    if (said.other() instanceof Shift(int minutes) && base != null) {
      return Offering.settled(base.plusMinutes(minutes)).on(
          said.day() != null ? said.day() : DayWish.on(base.plusMinutes(minutes).toLocalDate()));
    }
    if (said.other() instanceof Toward(boolean later) && base != null) {
      return toward(when, base, later);
    }
    if (said.other() instanceof Same) {
      var at = task.bookedAt != null && when.at() == null
          ? Offering.settled(task.bookedAt).at() : when.at();
      return new When(when.day(), at, null, null, null);
    }
    if (said.at() != null && said.part() == null && when.part() != null) {
      return when.and(said.at());
    }
    return said.hasTime()
        ? new When(when.day(), said.at(), said.within(), said.part(), said.other())
        : forget(when, said);
  }

  /// A new day after `as soon as possible` is meant instead of it.
  private static When forget(When when, When said) {
    return said.day() != null && when.other() != null && when.at() == null
        ? new When(when.day(), null, when.within(), when.part(), null)
        : when;
  }

  static When toward(When when, LocalDateTime base, boolean later) {
    var clock = new ClockTime(base.toLocalTime().plusMinutes(later ? 1 : 0), false);
    var within = later ? new Within(clock, null) : new Within(null, clock);
    var day = when.day() == null ? DayWish.on(base.toLocalDate()) : when.day();
    return new When(day, null, within, null, null);
  }

  private @Nullable LocalDateTime base(Task task) {
    if (!memory.offers.isEmpty() && task.chosen == null && memory.asked == Question.WHAT_TIME) {
      return turn.startOf(memory.offers.getLast());
    }
    return task.chosen != null ? turn.startOf(task.chosen)
        : task.wished != null ? task.wished : task.bookedAt;
  }

  /// The wish as an `At`, when it has one.
  static @Nullable At at(Task task) {
    return task.when.at();
  }
}
