package dev.frontdesk.lab;

import dev.frontdesk.voice.TurnEndText;
import dev.frontdesk.voice.spi.AskedDetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/// `lab turn-end < lines`: for each line of text on its own, what the endpointing text rule makes
/// of it.
public final class TurnEndLines {
  private TurnEndLines() {}

  /// Prints `finished`, `unfinished` or `wait` for each line, in order.
  public static void run(BufferedReader in, PrintStream out) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      out.println(TurnEndText.judge(line, AskedDetail.ANYTHING).name().toLowerCase(Locale.ROOT));
    }
    out.flush();
  }
}
