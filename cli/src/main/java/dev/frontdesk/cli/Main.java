package dev.frontdesk.cli;

import dev.frontdesk.server.BadFileException;
import dev.frontdesk.server.CannotStart;
import dev.frontdesk.storage.StorageUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the launcher starts.
@Command(
    name = "frontdesk",
    description = "An AI receptionist you host yourself.",
    mixinStandardHelpOptions = true,
    version = "Frontdesk 0.1.0",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ChatCommand.class,
      KeysCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      LabCommand.class,
      WarmUpCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  /// Something the user can mend was wrong: a file, an option, a port in use.
  static final int CANNOT = 2;

  /// Netty writes down a stack for one buffer in 128 to find those that are never given back:
  /// some per cent of a call's cost, which only who looks for a leak wants to pay.
  private static final String LEAK_DETECTION = "io.netty.leakDetection.level";

  @Spec CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    if (System.getProperty(LEAK_DETECTION) == null) {
      System.setProperty(LEAK_DETECTION, "disabled");
    }
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    IExecutionExceptionHandler say =
        (failed, line, _) -> {
          return switch (failed) {
            case UserError _, CannotStart _, BadFileException _, StorageUnavailable _ -> {
              line.getErr().println("frontdesk: " + failed.getMessage());
              yield CANNOT;
            }
            default -> throw failed;
          };
        };
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(say)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
