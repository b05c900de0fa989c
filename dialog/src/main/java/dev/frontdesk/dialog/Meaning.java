package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;

/// One thing a caller's words mean.
sealed interface Meaning {
  /// One service, or several that go by what was said.
  record OfServices(List<ServiceId> any) implements Meaning {}

  record OfResources(List<ResourceId> any) implements Meaning {}

  record OfDay(DayWish day) implements Meaning {}

  /// A day that does not exist.
  record OfNoDay() implements Meaning {}

  record OfTime(TimePart time) implements Meaning {}

  /// How often it recurs.
  record OfRepeat(Repeat repeat) implements Meaning {}

  /// How long it recurs, for a repeat that says no more.
  record OfLength(Repeat length) implements Meaning {}

  record OfName(String name) implements Meaning {}

  record OfPhone(String digits) implements Meaning {}

  record OfEmail(EmailAddress email) implements Meaning {}

  record OfAct(Act act) implements Meaning {}

  record OfChoice(Choice choice) implements Meaning {}

  /// The caller asks for something the organisation tells.
  record OfFact(String key) implements Meaning {}
}
