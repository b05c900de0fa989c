package dev.frontdesk.server;

import dev.frontdesk.durable.RunnerSettings;

/// What the whole server is told about durable work.
public record JobSettings(RunnerSettings runner) {
  public static final JobSettings DEFAULT = new JobSettings(RunnerSettings.DEFAULT);
}
