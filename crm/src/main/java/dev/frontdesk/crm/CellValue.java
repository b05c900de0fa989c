package dev.frontdesk.crm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What stands in one field of one row. Prints without what it says, which may be personal.
public sealed interface CellValue {

  /// TEXT, LONG_TEXT, PHONE and EMAIL.
  record Text(String text) implements CellValue {
    public Text {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an empty text is Nothing");
      }
    }

    @Override
    public String toString() {
      return text.length() + " characters";
    }
  }

  record Number(double number) implements CellValue {}

  /// To the millisecond, as the vendors keep it.
  record Moment(Instant at) implements CellValue {
    public Moment {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  record Choice(String option) implements CellValue {}

  /// Ids of rows there, as the vendor names them.
  record Link(List<String> records) implements CellValue {
    public Link {
      records = List.copyOf(records);
    }
  }

  /// The field is empty.
  record Nothing() implements CellValue {}

  static CellValue text(String text) {
    return text.isEmpty() ? new Nothing() : new Text(text);
  }

  /// For who settles a conflict: the value as a person reads it.
  default String shown() {
    return switch (this) {
      case Text(var text) -> text;
      case Number(var number) ->
          number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
      case Moment(var at) -> at.toString();
      case Choice(var option) -> option;
      case Link(var records) -> String.join(", ", records);
      case Nothing() -> "";
    };
  }
}
