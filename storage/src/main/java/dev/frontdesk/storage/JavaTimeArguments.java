package dev.frontdesk.storage;

import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Writes times as what they are, whatever time zone the machine is in: JDBC's own types bend a
/// local time that the machine's zone skips. The driver would also round to the microsecond; a
/// time is cut off instead, so that nothing kept lies in the future.
///
/// The driver knows the types of these. Where it must ask the server for one, it sends the
/// statements of one message in several.
final class JavaTimeArguments implements ArgumentFactory.Preparable {
  private static final ChronoUnit MICROS = ChronoUnit.MICROS;

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    if (type.equals(Instant.class)) {
      return argument(value -> ((Instant) value).truncatedTo(MICROS).atOffset(ZoneOffset.UTC));
    }
    if (type.equals(LocalDateTime.class)) {
      return argument(value -> ((LocalDateTime) value).truncatedTo(MICROS));
    }
    if (type.equals(LocalTime.class)) {
      return argument(value -> ((LocalTime) value).truncatedTo(MICROS));
    }
    return Optional.empty();
  }

  private static Optional<Function<Object, Argument>> argument(Function<Object, Object> written) {
    return Optional.of(
        value ->
            value == null
                ? (position, statement, _) -> statement.setNull(position, Types.OTHER)
                : (position, statement, _) ->
                    statement.setObject(position, written.apply(value)));
  }
}
