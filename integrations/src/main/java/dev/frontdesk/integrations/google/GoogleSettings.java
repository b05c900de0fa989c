package dev.frontdesk.integrations.google;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where Google is, and who we are to it.
///
/// @param client   our OAuth client, for businesses that give access themselves
/// @param apiUrl   without a path
/// @param patience for one request; the asker's deadline may shorten it
public record GoogleSettings(
    Optional<Client> client,
    URI apiUrl,
    URI consentUrl,
    URI tokenUrl,
    URI revokeUrl,
    Duration patience) {
  public static final URI API = URI.create("https://www.googleapis.com");
  public static final URI CONSENT = URI.create("https://accounts.google.com/o/oauth2/v2/auth");
  public static final URI TOKEN = URI.create("https://oauth2.googleapis.com/token");
  public static final URI REVOKE = URI.create("https://oauth2.googleapis.com/revoke");
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /// @param id of the OAuth client, as the Google console shows it
  public record Client(String id, Secret secret) {}

  public static GoogleSettings of(Optional<Client> client) {
    return new GoogleSettings(client, API, CONSENT, TOKEN, REVOKE, PATIENCE);
  }

  /// Everything at one place, as a simulator has it.
  public static GoogleSettings at(Optional<Client> client, URI base) {
    return new GoogleSettings(
        client,
        base,
        base.resolve("/o/oauth2/v2/auth"),
        base.resolve("/token"),
        base.resolve("/revoke"),
        PATIENCE);
  }

  public GoogleSettings patient(Duration other) {
    return new GoogleSettings(client, apiUrl, consentUrl, tokenUrl, revokeUrl, other);
  }
}
