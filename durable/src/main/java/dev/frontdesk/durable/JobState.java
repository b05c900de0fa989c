package dev.frontdesk.durable;

import java.util.Locale;

/// Where a job stands.
public enum JobState {
  /// For its time, its turn or room.
  WAITING,
  RUNNING,
  DONE,
  /// Given up, until a person does something: a dead letter.
  DEAD,
  /// Stopped by a person, or because it was no longer wanted.
  CANCELLED;

  /// As rows and routes spell it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobState read(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
