package dev.frontdesk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "lab",
    description = "Synthetic callers and vendors: scenarios, load, bookings, chaos, measurements.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LabRunCommand.class,
      LabLoadCommand.class,
      LabBookingsCommand.class,
      LabChaosCommand.class,
      LabEndpointingCommand.class,
      LabTurnEndCommand.class,
      LabReportsCommand.class
    })
final class LabCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "say what: see lab --help");
  }
}
