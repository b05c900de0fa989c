package dev.frontdesk.server;

import dev.frontdesk.integrations.s3.S3Settings;
import dev.frontdesk.reporting.Rates;
import java.util.Optional;

/// What the whole server is told about reports on calls.
///
/// @param archive where recordings go that are no longer at hand
public record ReportSettings(Rates rates, Optional<S3Settings> archive) {
  public static final ReportSettings DEFAULT = new ReportSettings(Rates.NONE, Optional.empty());
}
