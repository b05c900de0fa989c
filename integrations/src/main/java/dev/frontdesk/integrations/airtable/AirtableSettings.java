package dev.frontdesk.integrations.airtable;

import java.net.URI;
import java.time.Duration;

/// @param api      Airtable's, unless a test stands in for it
/// @param patience how long an answer is waited for; Airtable gives up after 30 s itself
public record AirtableSettings(URI api, Duration patience) {
  public static final URI AIRTABLE = URI.create("https://api.airtable.com");

  public static AirtableSettings at(URI api) {
    return new AirtableSettings(api, Duration.ofSeconds(30));
  }
}
