package dev.frontdesk.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One value in a YAML file, which knows where it stands. Whatever does not fit becomes a
/// `BadFileException` that names file, line and field: an unknown or repeated key, a wrong type, an
/// impossible value. YAML 1.2, so dates and `yes` are plain text.
public final class StrictYaml {
  private final String file;
  private final String field;
  private final Node node;
  private final int line;

  /// @param line where the value's key stands, or the value itself in a list
  private StrictYaml(String file, String field, Node node, int line) {
    this.file = file;
    this.field = field;
    this.node = node;
    this.line = line;
  }

  /// Reads a file of one document.
  public static StrictYaml read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new BadFileException(file.toString(), 0, "", "cannot be read as UTF-8 text");
    }
  }

  /// @param file how errors call the text
  public static StrictYaml parse(String file, String text) {
    try {
      var settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
      var node = new Compose(settings).composeString(text);
      return node.map(root -> new StrictYaml(file, "", root, lineOf(root)))
          .orElseThrow(() -> new BadFileException(file, 1, "", "is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw new BadFileException(file, line, "", "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new BadFileException(file, 1, "", "not YAML");
    }
  }

  /// The mapping's values by key, in the order written.
  public Map<String, StrictYaml> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("must be a mapping, is " + kind());
    }
    var entries = new LinkedHashMap<String, StrictYaml>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong("has a key that is not plain text");
      }
      var name = key.getValue();
      var path = field.isEmpty() ? name : field + "." + name;
      if (entries.containsKey(name)) {
        throw new StrictYaml(file, path, key, lineOf(key)).wrong("is given twice");
      }
      entries.put(name, new StrictYaml(file, path, tuple.getValueNode(), lineOf(key)));
    }
    return entries;
  }

  /// The same mapping, checked to have no key but these.
  public StrictYaml only(String... keys) {
    var known = Set.of(keys);
    for (var entry : entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .wrong("unknown; known here: " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  /// The value of `key`, unless it is absent or null.
  public Optional<StrictYaml> optional(String key) {
    return Optional.ofNullable(entries().get(key)).filter(value -> !value.isNull());
  }

  public StrictYaml required(String key) {
    return optional(key).orElseThrow(() -> wrong("needs '" + key + "'"));
  }

  public List<StrictYaml> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("must be a list, is " + kind());
    }
    var items = new ArrayList<StrictYaml>();
    for (var item : sequence.getValue()) {
      items.add(new StrictYaml(file, field + "[" + items.size() + "]", item, lineOf(item)));
    }
    return items;
  }

  /// The items of the list under `key`; none when it is absent.
  public List<StrictYaml> itemsOf(String key) {
    return optional(key).map(StrictYaml::items).orElse(List.of());
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /// Text as written; a plain number is text too, `true` and `null` are not.
  public String text() {
    var scalar = scalar("text");
    if (Set.of(Tag.BOOL, Tag.NULL).contains(scalar.getTag())) {
      throw wrong("must be text, is " + kind() + "; quote it");
    }
    return scalar.getValue();
  }

  public boolean flag() {
    var scalar = scalar("true or false");
    if (!scalar.getTag().equals(Tag.BOOL)) {
      throw wrong("must be true or false, is " + kind());
    }
    return Boolean.parseBoolean(scalar.getValue());
  }

  /// A whole number in `[least, most]`.
  public int whole(int least, int most) {
    var scalar = scalar("a whole number");
    try {
      if (scalar.getTag().equals(Tag.INT)) {
        int value = Integer.parseInt(scalar.getValue());
        if (value >= least && value <= most) {
          return value;
        }
      }
    } catch (NumberFormatException e) {
      // falls through to the same complaint as a number out of range
    }
    throw wrong("must be a whole number from %d to %d, is %s".formatted(least, most, kind()));
  }

  /// A number in `[least, most]`.
  public double number(double least, double most) {
    var scalar = scalar("a number");
    if (Set.of(Tag.INT, Tag.FLOAT).contains(scalar.getTag())) {
      try {
        double value = Double.parseDouble(scalar.getValue());
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // .inf and .nan: falls through
      }
    }
    throw wrong("must be a number from %s to %s, is %s".formatted(least, most, kind()));
  }

  /// Text read by `reader`, whose objection becomes this field's error.
  ///
  /// @param expected what the text must be, for the error: `a time zone such as Europe/Berlin`
  public <T> T as(String expected, Reader<T> reader) {
    var text = text();
    try {
      return reader.read(text);
    } catch (RuntimeException e) {
      throw wrong("must be " + expected + ", is '" + text + "'");
    }
  }

  /// The error to throw when this value cannot be.
  public BadFileException wrong(String problem) {
    return new BadFileException(file, line, field, problem);
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  /// Complains about the second of two list items of one id.
  public static void distinct(List<StrictYaml> items, String key) {
    var seen = new HashSet<String>();
    for (var item : items) {
      item.optional(key)
          .filter(id -> !seen.add(id.text()))
          .ifPresent(
              id -> {
                throw id.wrong("'" + id.text() + "' is given twice");
              });
    }
  }

  @FunctionalInterface
  public interface Reader<T> {
    /// @throws RuntimeException when the text does not fit
    T read(String text);
  }

  private boolean isNull() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private ScalarNode scalar(String expected) {
    if (node instanceof ScalarNode scalar) {
      return scalar;
    }
    throw wrong("must be " + expected + ", is " + kind());
  }

  private String kind() {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      case SequenceNode _ -> "a list";
      case MappingNode _ -> "a mapping";
      case Node _ -> "something else";
    };
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
