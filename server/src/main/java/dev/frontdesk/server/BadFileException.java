package dev.frontdesk.server;

/// A file that a person wrote has a mistake. The message names the file, the line and the field.
public final class BadFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String field;

  /// @param line  from 1; 0 when the file could not be read at all
  /// @param field a path such as `services[1].minutes`; empty for the file as a whole
  public BadFileException(String file, int line, String field, String problem) {
    super(
        file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
    this.line = line;
    this.field = field;
  }

  public int line() {
    return line;
  }

  public String field() {
    return field;
  }
}
