package dev.frontdesk.bench;

import dev.frontdesk.storage.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// PostgreSQL's own load generator, from Debian's package `postgresql-15` or a later one, sending
/// a script's statements under the server's role.
final class Pgbench {
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final EmbeddedPostgres postgres;
  private final String name;
  private final int clients;
  private final Duration length;

  /// @param name of the script, as `booking`
  Pgbench(EmbeddedPostgres postgres, String name, int clients, Duration length) {
    this.postgres = postgres;
    this.name = name;
    this.clients = clients;
    this.length = length;
  }

  double perSecond() throws IOException, InterruptedException {
    var resource = name + ".pgbench.sql";
    var script = Files.createTempFile(name, ".sql");
    var output = Files.createTempFile("pgbench", ".out");
    try (var in = Pgbench.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not on the class path");
      }
      Files.write(script, in.readAllBytes());
      int status = run(script, output);
      var text = Files.readString(output, StandardCharsets.UTF_8);
      var tps = TPS.matcher(text);
      if (status != 0 || !tps.find()) {
        throw new IOException("pgbench failed: " + text);
      }
      return Double.parseDouble(tps.group(1));
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(output);
    }
  }

  private int run(Path script, Path output) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + clients,
            "--jobs=1",
            "--time=" + length.toSeconds(),
            "--file=" + script,
            "frontdesk");
    var environment = builder.environment();
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", Integer.toString(postgres.port()));
    environment.put("PGUSER", "postgres");
    environment.put("PGPASSWORD", postgres.superuserPassword().reveal());
    environment.put("PGOPTIONS", "-c role=frontdesk_app"); // behind the same wall as the server
    return builder
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
  }
}
