package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import java.util.Set;

/// A person, chair or room that is booked.
///
/// @param kind   the business's own word: `person`, `chair`, `room`
/// @param skills what it can do; a pool may ask for some
/// @param limits over all services; days and weeks are those of the resource's zone
public record Resource(
    ResourceId id, String name, String kind, Set<String> skills, Working working, Limits limits) {
  public static final String PERSON = "person";

  public Resource {
    skills = Set.copyOf(skills);
  }

  /// A person without special skills or limits.
  public static Resource person(ResourceId id, String name, Working working) {
    return new Resource(id, name, PERSON, Set.of(), working, Limits.NONE);
  }
}
