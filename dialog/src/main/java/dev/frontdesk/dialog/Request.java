package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing the caller wants, as far as one breath told.
///
/// @param intent    BOOK, MOVE, CHANGE_IT or CANCEL; null when nothing of the kind was said
/// @param services  what it is about: none said, one, or several that go by that word
/// @param resources as services
/// @param when      when it should be
/// @param standing  when the appointment to be moved or cancelled stands
/// @param aimed     whether `when` was plainly said to be the new time (`to Wednesday`)
record Request(
    @Nullable Act intent,
    List<ServiceId> services,
    List<ResourceId> resources,
    boolean anyone,
    When when,
    When standing,
    boolean aimed) {
  static final Request NOTHING =
      new Request(null, List.of(), List.of(), false, When.NOTHING, When.NOTHING, false);

  boolean saysDetails() {
    return !services.isEmpty() || !resources.isEmpty() || anyone || !when.isEmpty()
        || !standing.isEmpty();
  }
}
