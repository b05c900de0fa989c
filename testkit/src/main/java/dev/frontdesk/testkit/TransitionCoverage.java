package dev.frontdesk.testkit;

import dev.frontdesk.vocabulary.Transitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which rows of a state table the tests have passed through, and the table as a diagram.
///
/// Keep one per test class in a static field, walk the table through `step` or report rows taken
/// elsewhere to `visited`, and in `@AfterAll` call `everyTransitionWasVisited` and
/// `diagramIsCurrent`. Run with `-Dfrontdesk.diagrams=write` to write the diagram anew.
public final class TransitionCoverage<S extends Enum<S>, E extends Enum<E>> {
  static final String WRITE = "frontdesk.diagrams";

  private final String name;
  private final Transitions<S, E> table;
  private final Set<Transitions.Row<S, E>> visited = ConcurrentHashMap.newKeySet();

  private TransitionCoverage(String name, Transitions<S, E> table) {
    this.name = name;
    this.table = table;
  }

  /// @param name the machine's, as in `docs/state/NAME.md`
  public static <S extends Enum<S>, E extends Enum<E>> TransitionCoverage<S, E> of(
      String name, Transitions<S, E> table) {
    return new TransitionCoverage<>(name, table);
  }

  /// Where the table leads, noted as visited.
  public S step(S state, E event) {
    var to = table.after(state, event);
    visited(state, event);
    return to;
  }

  /// Notes that a test took this row. What the table lacks is not noted.
  public void visited(S from, E on) {
    table.next(from, on).ifPresent(to -> visited.add(new Transitions.Row<>(from, on, to)));
  }

  public List<Transitions.Row<S, E>> unvisited() {
    return table.rows().stream().filter(row -> !visited.contains(row)).toList();
  }

  public void everyTransitionWasVisited() {
    var missing = unvisited();
    if (!missing.isEmpty()) {
      var text = new StringBuilder(name + ": no test took");
      for (var row : missing) {
        text.append("\n  " + row.from() + " --" + row.on() + "--> " + row.to());
      }
      throw new AssertionError(text.toString());
    }
  }

  /// Compares `docs/state/NAME.md` with the table.
  public void diagramIsCurrent() {
    diagramIsCurrent(repository().resolve("docs/state"));
  }

  void diagramIsCurrent(Path folder) {
    var file = folder.resolve(name + ".md");
    try {
      if ("write".equals(System.getProperty(WRITE))) {
        Files.createDirectories(folder);
        Files.writeString(file, diagram());
      }
      if (!Files.exists(file) || !Files.readString(file).equals(diagram())) {
        throw new AssertionError(
            file.getFileName() + " does not show the table; run with -D" + WRITE + "=write");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String diagram() {
    var text = new StringBuilder("# " + name + "\n\nGenerated from the table by its test.\n\n");
    text.append("```mermaid\nstateDiagram-v2\n  [*] --> " + table.initial() + "\n");
    for (var row : table.rows()) {
      text.append("  " + row.from() + " --> " + row.to() + " : " + row.on() + "\n");
    }
    var states = table.initial().getDeclaringClass().getEnumConstants();
    for (var state : states) {
      if (table.isEnd(state)) {
        text.append("  " + state + " --> [*]\n");
      }
    }
    return text.append("```\n").toString();
  }

  private static Path repository() {
    var here = Path.of("").toAbsolutePath();
    for (var folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no mvnw above " + here);
  }
}
