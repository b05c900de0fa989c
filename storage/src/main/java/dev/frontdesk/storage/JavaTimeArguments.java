package dev.frontdesk.storage;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Writes times as what they are, whatever time zone the machine is in: JDBC's own types bend a
/// local time that the machine's zone skips. The driver would also round to the microsecond; a
/// time is cut off instead, so that nothing kept lies in the future.
final class JavaTimeArguments implements ArgumentFactory {
  @Override
  public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
    return switch (value) {
      case Instant at -> as(at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      case LocalDateTime at -> as(at.truncatedTo(ChronoUnit.MICROS));
      case LocalTime at -> as(at.truncatedTo(ChronoUnit.MICROS));
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Argument> as(Object value) {
    return Optional.of((position, statement, _) -> statement.setObject(position, value));
  }
}
