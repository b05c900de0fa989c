package dev.frontdesk.server;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything a running server is told, whether by a configuration file or by the lab.
///
/// @param dataDir      where the embedded database, keys and recordings live
/// @param database     a PostgreSQL of one's own instead of the embedded one
/// @param listen       the address that both ports bind; the loopback unless told otherwise
/// @param httpPort     webhooks and the API; 0 takes a free one
/// @param mediaPort    carriers' media sockets; 0 takes a free one
/// @param publicUrl    how the world reaches the HTTP port: signatures are checked against it
/// @param publicMediaUrl how carriers reach the media port, `wss://…`
/// @param following    what follows a call or a booking
/// @param mediaOnHttpPort whether the media sockets are offered on the HTTP port as well
/// @param clock        the whole system's wall clock
public record ServerSettings(
    Path dataDir,
    Optional<DatabaseSettings> database,
    String listen,
    int httpPort,
    int mediaPort,
    Optional<URI> publicUrl,
    Optional<URI> publicMediaUrl,
    Optional<TwilioSettings> twilio,
    SpeechSettings speech,
    TurnSettings turns,
    List<OrganisationSettings> organisations,
    FollowingSettings following,
    boolean mediaOnHttpPort,
    Clock clock) {

  public ServerSettings {
    organisations = List.copyOf(organisations);
  }

  /// With the media sockets on their own port only.
  public ServerSettings(
      Path dataDir,
      Optional<DatabaseSettings> database,
      String listen,
      int httpPort,
      int mediaPort,
      Optional<URI> publicUrl,
      Optional<URI> publicMediaUrl,
      Optional<TwilioSettings> twilio,
      SpeechSettings speech,
      TurnSettings turns,
      List<OrganisationSettings> organisations,
      FollowingSettings following,
      Clock clock) {
    this(
        dataDir,
        database,
        listen,
        httpPort,
        mediaPort,
        publicUrl,
        publicMediaUrl,
        twilio,
        speech,
        turns,
        organisations,
        following,
        false,
        clock);
  }

  /// With turns taken otherwise.
  public ServerSettings withTurns(TurnSettings changed) {
    return new ServerSettings(
        dataDir,
        database,
        listen,
        httpPort,
        mediaPort,
        publicUrl,
        publicMediaUrl,
        twilio,
        speech,
        changed,
        organisations,
        following,
        mediaOnHttpPort,
        clock);
  }

  /// With the media sockets offered on the HTTP port as well, or not.
  public ServerSettings withMediaOnHttpPort(boolean offered) {
    return new ServerSettings(
        dataDir,
        database,
        listen,
        httpPort,
        mediaPort,
        publicUrl,
        publicMediaUrl,
        twilio,
        speech,
        turns,
        organisations,
        following,
        offered,
        clock);
  }

  /// Whom callers of an organisation are put through to when they ask for a person, if anybody.
  Optional<PhoneNumber> personOf(OrgId org) {
    return organisations.stream()
        .filter(organisation -> organisation.org().equals(org))
        .findFirst()
        .flatMap(OrganisationSettings::person);
  }

  /// What an organisation has set up for what follows; nothing when it is not configured.
  OrganisationLinks linksOf(OrgId org) {
    return organisations.stream()
        .filter(organisation -> organisation.org().equals(org))
        .findFirst()
        .map(OrganisationSettings::links)
        .orElse(OrganisationLinks.NONE);
  }

  /// With what the command line says instead, where it says anything.
  public ServerSettings with(
      @Nullable Path otherDataDir, @Nullable Integer otherPort, @Nullable Integer otherMediaPort) {
    return new ServerSettings(
        otherDataDir == null ? dataDir : otherDataDir,
        database,
        listen,
        otherPort == null ? httpPort : otherPort,
        otherMediaPort == null ? mediaPort : otherMediaPort,
        publicUrl,
        publicMediaUrl,
        twilio,
        speech,
        turns,
        organisations,
        following,
        mediaOnHttpPort,
        clock);
  }

  /// @param url `jdbc:postgresql://host:port/database`; roles as `docs/configuration.md` says
  public record DatabaseSettings(String url, Secret ownerPassword, Secret appPassword) {}

  /// @param apiUrl Twilio's REST API, unless a test stands in for it
  public record TwilioSettings(String accountSid, Secret authToken, URI apiUrl) {
    public static final URI TWILIO = URI.create("https://api.twilio.com");
  }

  /// How a turn is taken.
  ///
  /// @param endpointing `conservative`, `balanced`, `aggressive` or `adaptive`
  /// @param recording   whether calls are recorded, after it was announced
  /// @param thinkAhead  whether the agent may begin to think before a turn is taken as over
  public record TurnSettings(String endpointing, boolean recording, boolean thinkAhead) {
    public static final TurnSettings DEFAULT = new TurnSettings("adaptive", false);

    public TurnSettings(String endpointing, boolean recording) {
      this(endpointing, recording, true);
    }
  }
}
