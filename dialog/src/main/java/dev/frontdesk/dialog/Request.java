package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing the caller wants, as far as one breath told.
///
/// @param intent    BOOK, MOVE, CHANGE_IT or CANCEL; null when nothing of the kind was said
/// @param services  what it is about: none said, one, or several that go by that word
/// @param becomes   what an appointment should be changed to, said as `services`
/// @param resources as services
/// @param when      when it should be
/// @param standing  when the appointment to be moved or cancelled stands
/// @param aimed     whether `when` was plainly said to be the new time (`to Wednesday`)
/// @param stands    whether the caller said that they have such an appointment
/// @param count     how many of it, at the same time
/// @param repeat    how it recurs
/// @param avoided   whom the caller would not come to
record Request(
    @Nullable Act intent,
    List<ServiceId> services,
    List<ServiceId> becomes,
    List<ResourceId> resources,
    boolean anyone,
    When when,
    When standing,
    boolean aimed,
    boolean stands,
    int count,
    @Nullable Repeat repeat,
    List<ResourceId> avoided) {
  static final Request NOTHING =
      new Request(null, List.of(), List.of(), List.of(), false, When.NOTHING, When.NOTHING, false,
          false, 1, null, List.of());

  boolean saysDetails() {
    return !services.isEmpty() || !becomes.isEmpty() || !resources.isEmpty() || anyone
        || !when.isEmpty() || !standing.isEmpty() || repeat != null || !avoided.isEmpty();
  }

  boolean changes() {
    return intent == Act.MOVE || intent == Act.CHANGE_IT;
  }

  Request doing(@Nullable Act act) {
    return new Request(act, services, becomes, resources, anyone, when, standing, aimed, stands,
        count, repeat, avoided);
  }

  Request about(List<ServiceId> any) {
    return new Request(intent, any, becomes, resources, anyone, when, standing, aimed, stands,
        count, repeat, avoided);
  }

  Request at(When wish) {
    return new Request(intent, services, becomes, resources, anyone, wish, standing, aimed, stands,
        count, repeat, avoided);
  }

  /// What was said of its time is when it stands, and `wish` is when it should be.
  Request from(When where, When wish, boolean plainly) {
    return new Request(intent, services, becomes, resources, anyone, wish, where, plainly, stands,
        count, repeat, avoided);
  }

  Request counted(int many) {
    return new Request(intent, services, becomes, resources, anyone, when, standing, aimed, stands,
        many, repeat, avoided);
  }
}
