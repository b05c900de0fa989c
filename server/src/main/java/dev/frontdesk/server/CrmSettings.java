package dev.frontdesk.server;

import dev.frontdesk.integrations.airtable.AirtableSettings;
import java.net.URI;
import java.time.Duration;

/// What the whole server is told about customer records.
///
/// @param airtableUrl Airtable's API, unless a test stands in for it
/// @param pollEvery   how often edits are looked for, whatever Airtable tells of them
public record CrmSettings(URI airtableUrl, Duration pollEvery) {
  public static final CrmSettings DEFAULT =
      new CrmSettings(AirtableSettings.AIRTABLE, Duration.ofMinutes(5));
}
