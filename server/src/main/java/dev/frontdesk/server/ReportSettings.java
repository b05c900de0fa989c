package dev.frontdesk.server;

import dev.frontdesk.integrations.openai.ChatSettings;
import dev.frontdesk.integrations.s3.S3Settings;
import dev.frontdesk.reporting.Rates;
import java.util.Optional;

/// What the whole server is told about reports on calls.
///
/// @param archive where recordings go that are no longer at hand
/// @param model   which language model reads calls; rules do where none is set
public record ReportSettings(
    Rates rates, Optional<S3Settings> archive, Optional<ChatSettings> model) {
  public static final ReportSettings DEFAULT =
      new ReportSettings(Rates.NONE, Optional.empty(), Optional.empty());
}
