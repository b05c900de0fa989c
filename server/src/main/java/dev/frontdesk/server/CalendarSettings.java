package dev.frontdesk.server;

import dev.frontdesk.integrations.google.GoogleSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What the whole server is told about calendars.
///
/// @param client    our OAuth client with Google, for businesses that give access themselves
/// @param url       everything of Google's at one place, where a simulator stands in for it
/// @param pollEvery how often calendars are read although nobody said that they changed
/// @param push      whether Google is asked to say so; it needs a public https address for that
public record CalendarSettings(
    Optional<GoogleSettings.Client> client, Optional<URI> url, Duration pollEvery, boolean push) {
  public static final Duration POLL = Duration.ofMinutes(10);
  public static final CalendarSettings DEFAULT =
      new CalendarSettings(Optional.empty(), Optional.empty(), POLL, true);

  /// Against a simulator that has everything at one place.
  public static CalendarSettings simulated(URI url, GoogleSettings.Client client) {
    return new CalendarSettings(Optional.of(client), Optional.of(url), POLL, true);
  }

  GoogleSettings google() {
    return url.map(base -> GoogleSettings.at(client, base))
        .orElseGet(() -> GoogleSettings.of(client));
  }
}
