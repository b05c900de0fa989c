package dev.frontdesk.lab;

import dev.frontdesk.voice.spi.AskedDetail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The turns of one caller, in order; the file says how they are written.
record LabelledCall(String name, List<LabelledTurn> turns) {
  private static final String SHIPPED = "endpointing.txt";

  LabelledCall {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("a call without turns: " + name);
    }
  }

  static List<LabelledCall> shipped() {
    try (var in = LabelledCall.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: " + SHIPPED);
      }
      return read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException naming the file and the line of a mistake
  static List<LabelledCall> read(String file, String text) {
    var calls = new ArrayList<LabelledCall>();
    var turns = new ArrayList<LabelledTurn>();
    String name = "";
    int number = 0;
    for (var line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("=")) {
        close(calls, name, turns);
        name = line.substring(1).strip();
      } else {
        turns.add(turn(file + ":" + number, line));
      }
    }
    close(calls, name, turns);
    return calls;
  }

  private static void close(List<LabelledCall> calls, String name, List<LabelledTurn> turns) {
    if (!name.isEmpty() || !turns.isEmpty()) {
      calls.add(new LabelledCall(name, turns));
      turns.clear();
    }
  }

  private static LabelledTurn turn(String where, String line) {
    var parts = line.split("\\|", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(where + ": must be WHAT WAS ASKED | words");
    }
    try {
      return new LabelledTurn(AskedDetail.valueOf(parts[0].strip()), parts[1].strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }
}
