package dev.frontdesk.vocabulary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A state machine as a table: which state follows which on what. What is not in the table does
/// not happen. Immutable.
///
/// ```java
/// static final Transitions<Door, Push> TABLE =
///     Transitions.<Door, Push>startingAt(SHUT)
///         .from(SHUT).on(OPEN).to(AJAR)
///         .from(AJAR).on(OPEN).to(AJAR).on(CLOSE).to(SHUT)
///         .table();
/// ```
public final class Transitions<S extends Enum<S>, E extends Enum<E>> {
  private final S initial;
  private final List<Row<S, E>> rows;
  private final Map<S, Map<E, S>> next;

  private Transitions(S initial, List<Row<S, E>> rows) {
    this.initial = initial;
    this.rows = List.copyOf(rows);
    this.next = new EnumMap<>(initial.getDeclaringClass());
    for (var row : rows) {
      var from = next.computeIfAbsent(row.from, _ -> new EnumMap<>(row.on.getDeclaringClass()));
      if (from.put(row.on, row.to) != null) {
        throw new IllegalArgumentException("two rows for " + row.from + " on " + row.on);
      }
    }
  }

  /// One line of the table.
  public record Row<S extends Enum<S>, E extends Enum<E>>(S from, E on, S to) {}

  public static <S extends Enum<S>, E extends Enum<E>> Table<S, E> startingAt(S initial) {
    return new Table<>(initial);
  }

  public S initial() {
    return initial;
  }

  /// Where `event` leads from `state`; empty when it may not happen there.
  public Optional<S> next(S state, E event) {
    return Optional.ofNullable(lookUp(state, event));
  }

  /// As `next`, for those who know that it may happen.
  ///
  /// @throws IllegalStateException when the table has no such row: a bug in the caller
  public S after(S state, E event) {
    var to = lookUp(state, event);
    if (to == null) {
      throw new IllegalStateException(event + " cannot happen in " + state);
    }
    return to;
  }

  /// Every line, in the order written.
  public List<Row<S, E>> rows() {
    return rows;
  }

  /// Whether nothing leads on from `state`.
  public boolean isEnd(S state) {
    return !next.containsKey(state);
  }

  private @Nullable S lookUp(S state, E event) {
    var from = next.get(state);
    return from == null ? null : from.get(event);
  }

  /// A table being written.
  public static final class Table<S extends Enum<S>, E extends Enum<E>> {
    private final S initial;
    private final List<Row<S, E>> rows = new ArrayList<>();

    private Table(S initial) {
      this.initial = initial;
    }

    public From<S, E> from(S state) {
      return new From<>(this, state);
    }

    public Transitions<S, E> table() {
      return new Transitions<>(initial, rows);
    }
  }

  /// The lines that leave one state.
  public static final class From<S extends Enum<S>, E extends Enum<E>> {
    private final Table<S, E> table;
    private final S state;

    private From(Table<S, E> table, S state) {
      this.table = table;
      this.state = state;
    }

    public On<S, E> on(E event) {
      return new On<>(this, event);
    }

    public From<S, E> from(S other) {
      return table.from(other);
    }

    public Transitions<S, E> table() {
      return table.table();
    }
  }

  /// Half a line: state and event, waiting for `to`.
  public static final class On<S extends Enum<S>, E extends Enum<E>> {
    private final From<S, E> from;
    private final E event;

    private On(From<S, E> from, E event) {
      this.from = from;
      this.event = event;
    }

    public From<S, E> to(S next) {
      from.table.rows.add(new Row<>(from.state, event, next));
      return from;
    }

    /// The event may happen and changes nothing.
    public From<S, E> stays() {
      return to(from.state);
    }
  }
}
