package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import java.util.List;
import java.util.Set;

/// Resources of which a service needs one.
public sealed interface ResourcePool {

  /// Whether `resource` belongs to the pool.
  boolean admits(Resource resource);

  /// One of those named.
  record OneOf(List<ResourceId> resources) implements ResourcePool {
    public OneOf {
      resources = List.copyOf(resources);
      if (resources.isEmpty()) {
        throw new IllegalArgumentException("a pool needs a resource");
      }
    }

    @Override
    public boolean admits(Resource resource) {
      return resources.contains(resource.id());
    }
  }

  /// One of a kind that has all of the skills.
  record Skilled(String kind, Set<String> skills) implements ResourcePool {
    public Skilled {
      skills = Set.copyOf(skills);
    }

    @Override
    public boolean admits(Resource resource) {
      return resource.kind().equals(kind) && resource.skills().containsAll(skills);
    }
  }

  /// Whatever the organisation has.
  record AnyResource() implements ResourcePool {
    @Override
    public boolean admits(Resource resource) {
      return true;
    }
  }
}
