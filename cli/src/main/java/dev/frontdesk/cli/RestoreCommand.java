package dev.frontdesk.cli;

import dev.frontdesk.storage.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = "Makes a data folder of a backup's two archives and opens the database in it.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      description = "The folder to make; it must not hold a database yet.")
  Path data = Path.of("data");

  @Parameters(index = "0", paramLabel = "ROWS", description = "The archive of the rows.")
  Path rows = Path.of("");

  @Parameters(index = "1", paramLabel = "KEYS", description = "The archive of the keys.")
  Path keys = Path.of("");

  @Override
  public Integer call() {
    var restored = Restore.into(data, rows, keys);
    System.out.printf(
        "restored into %s: %d organisations, %d calls, %d bookings%n",
        data, restored.organisations(), restored.calls(), restored.bookings());
    return 0;
  }
}
