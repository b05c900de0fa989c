package dev.frontdesk.cli;

import dev.frontdesk.server.ConfigReader;
import dev.frontdesk.server.KeyDesk;
import dev.frontdesk.server.ServerSettings;
import dev.frontdesk.storage.ApiKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    description = "API keys, and the key of personal data.",
    mixinStandardHelpOptions = true,
    subcommands = {KeysCommand.Create.class, KeysCommand.Rotate.class})
final class KeysCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "say which: create, rotate");
  }

  @Command(
      name = "rotate",
      description = "Seals personal data with a new key from the next start; old keys stay.",
      mixinStandardHelpOptions = true)
  static final class Rotate implements Callable<Integer> {
    @Option(names = "--data", description = "Where the database lives (./data).")
    Path data = Path.of("data");

    @Option(names = "--config", description = "The configuration file, if `data` is said there.")
    @Nullable Path config;

    @Override
    public Integer call() {
      int keys = KeyDesk.rotate(settings(config, data));
      System.out.println("There are " + keys + " keys now. Restart the server to use the new one.");
      return 0;
    }
  }

  private static ServerSettings settings(@Nullable Path config, Path data) {
    return config == null
        ? KeyDesk.embedded(data)
        : ConfigReader.read(config, Clock.systemUTC()).with(null, null, null);
  }

  @Command(
      name = "create",
      description = "Makes a key and prints it, this once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    @Option(names = "--org", required = true, description = "The organisation's id or name.")
    String org = "";

    @Option(names = "--scope", required = true, description = "private or public.")
    ApiKey.Scope scope = ApiKey.Scope.PRIVATE;

    @Option(names = "--label", description = "What you call the key.")
    String label = "made on the command line";

    @Option(names = "--data", description = "Where the database lives (./data).")
    Path data = Path.of("data");

    @Option(names = "--config", description = "The configuration file, for a database of your own.")
    @Nullable Path config;

    @Override
    public Integer call() {
      try (var desk = KeyDesk.open(settings(config, data))) {
        var key =
            desk.create(org, scope, label)
                .orElseThrow(
                    () ->
                        new UserError(
                            "there is no organisation '"
                                + org
                                + "'; known after `serve` has run once with a configuration that "
                                + "names it"));
        System.out.println(key.reveal());
        return 0;
      }
    }
  }
}
