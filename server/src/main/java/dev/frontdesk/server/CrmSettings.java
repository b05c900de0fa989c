package dev.frontdesk.server;

import dev.frontdesk.integrations.airtable.AirtableSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What the whole server is told about customer records.
///
/// @param airtableUrl Airtable's API, unless a test stands in for it
/// @param notifyUrl   where Airtable tells of edits; empty: the public address, if there is one
/// @param pollEvery   how often edits are looked for, whatever Airtable tells of them
public record CrmSettings(URI airtableUrl, Optional<URI> notifyUrl, Duration pollEvery) {
  public static final CrmSettings DEFAULT =
      new CrmSettings(AirtableSettings.AIRTABLE, Optional.empty(), Duration.ofMinutes(5));
}
