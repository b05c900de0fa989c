package dev.frontdesk.cli;

import dev.frontdesk.storage.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "Writes the embedded database, recordings and keys into two archives, while a server runs or"
          + " not.",
      "Keep the archive of keys elsewhere than the other: together they open everything."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Option(names = "--data", description = "The data folder (./data).")
  Path data = Path.of("data");

  @Parameters(paramLabel = "FOLDER", description = "Where the archives go.")
  Path folder = Path.of("");

  @Override
  public Integer call() {
    var written = Backup.write(data, folder, Clock.systemUTC().instant());
    System.out.println(written.rows());
    System.out.println(written.keys());
    System.out.printf("%.1f MB%n", written.bytes() / 1e6);
    return 0;
  }
}
