package dev.frontdesk.lab;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.storage.CallBacks.CallBack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What came of a scenario.
///
/// @param differences between what was expected and what was found; none when it passed
/// @param calls       one for each caller, in their order
public record ScenarioResult(String name, List<String> differences, List<CallRecord> calls) {
  /// Words by which an agent commits itself to a booking.
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(you are|you're|you are all|you're all|it is|it's|that is|that's) (now )?"
              + "(booked|confirmed|set)\\b|\\b(i have|i've) booked\\b|\\bbooked you\\b",
          Pattern.CASE_INSENSITIVE);

  public ScenarioResult {
    differences = List.copyOf(differences);
    calls = List.copyOf(calls);
  }

  public boolean passed() {
    return differences.isEmpty();
  }

  static ScenarioResult failed(String name, String why) {
    return new ScenarioResult(name, List.of(why), List.of());
  }

  private static List<String> differences(Expectation expect, List<CallBack> callBacks) {
    int wanted = expect.callBacks().orElse(callBacks.size());
    if (wanted != callBacks.size()) {
      return List.of(callBacks.size() + " callers are to be called back, not " + wanted);
    }
    var numbers = new ArrayList<>(expect.callBackNumbers());
    callBacks.forEach(one -> one.phone().ifPresent(numbers::remove));
    return numbers.stream().map(number -> "nobody calls back " + number.e164()).toList();
  }

  /// Made by the calls, whatever became of it afterwards.
  private static boolean made(Booking row, Collection<Booking> before) {
    return before.stream().noneMatch(one -> one.id().equals(row.id()));
  }

  /// Judges by the rows first, then by what was said.
  ///
  /// @param callBacks the rows that say that a caller is to be called back
  static ScenarioResult of(
      Scenario scenario,
      Collection<Booking> before,
      Collection<Booking> after,
      List<CallBack> callBacks,
      List<CallRecord> calls) {
    var zone = scenario.catalogue().organisation().zone();
    var comparison = new RowComparison(before, zone);
    var expect = scenario.expect();
    var differences = new ArrayList<>(comparison.differences(expect.bookings(), after));
    var said = calls.stream().flatMap(call -> call.agentSaid().stream()).toList();
    boolean booked =
        comparison.changed(after).stream()
            .anyMatch(row -> row.status() == BookingStatus.CONFIRMED || made(row, before));
    if (!booked && said.stream().anyMatch(text -> PROMISE.matcher(text).find())) {
      differences.add("the agent said it was booked, and there is no row");
    }
    for (var pattern : expect.said()) {
      if (said.stream().noneMatch(text -> pattern.matcher(text).find())) {
        differences.add("the agent never said /" + pattern + "/");
      }
    }
    for (var pattern : expect.neverSaid()) {
      if (said.stream().anyMatch(text -> pattern.matcher(text).find())) {
        differences.add("the agent said /" + pattern + "/");
      }
    }
    differences.addAll(differences(expect, callBacks));
    for (var call : calls) {
      if (call.turns() > expect.maxTurns().orElse(Integer.MAX_VALUE)) {
        differences.add("took " + call.turns() + " turns, not " + expect.maxTurns().getAsInt());
      }
      if (!call.problem().isEmpty()) {
        differences.add(call.problem());
      }
    }
    return new ScenarioResult(scenario.name(), differences, calls);
  }
}
