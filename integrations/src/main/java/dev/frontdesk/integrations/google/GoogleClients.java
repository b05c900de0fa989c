package dev.frontdesk.integrations.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.frontdesk.vocabulary.OrgId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One client for each organisation over connections that all share; access tokens are kept and
/// renewed by Google's library.
final class GoogleClients implements AutoCloseable {
  /// Until when the request that is being made must be answered.
  static final ScopedValue<Instant> DEADLINE = ScopedValue.newInstance();

  private static final int CONNECTIONS = 200;

  private final GoogleSettings settings;
  private final Clock clock;
  private final ApacheHttpTransport transport;
  private final Map<OrgId, Held> held = new ConcurrentHashMap<>();

  private record Held(GoogleAccount account, Calendar client) {}

  GoogleClients(GoogleSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.transport =
        new ApacheHttpTransport(
            ApacheHttpTransport.newDefaultHttpClientBuilder()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .disableAutomaticRetries()
                .build());
  }

  ApacheHttpTransport transport() {
    return transport;
  }

  /// A new client when the account is another than last time.
  Calendar of(OrgId org, GoogleAccount account) throws IOException {
    var known = held.get(org);
    if (known != null && known.account.equals(account)) {
      return known.client;
    }
    var client = client(credentials(account));
    held.put(org, new Held(account, client));
    return client;
  }

  /// The next request asks for a token again.
  void forget(OrgId org) {
    held.remove(org);
  }

  private Calendar client(GoogleCredentials credentials) {
    var authorised = new HttpCredentialsAdapter(credentials);
    HttpRequestInitializer initializer =
        request -> {
          authorised.initialize(request);
          int patience = (int) patience().toMillis();
          request.setConnectTimeout(patience);
          request.setReadTimeout(patience);
          request.setNumberOfRetries(2); // a 401 is tried once more, with a fresh token
          request.setThrowExceptionOnExecuteError(true);
        };
    return new Calendar.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(settings.apiUrl() + "/")
        .setApplicationName("Frontdesk")
        .build();
  }

  private Duration patience() {
    if (!DEADLINE.isBound()) {
      return settings.patience();
    }
    var left = Duration.between(clock.instant(), DEADLINE.get());
    var bounded = left.compareTo(settings.patience()) < 0 ? left : settings.patience();
    return bounded.isPositive() ? bounded : Duration.ofMillis(1);
  }

  private GoogleCredentials credentials(GoogleAccount account) throws IOException {
    return switch (account) {
      case GoogleAccount.Person(var refreshToken) -> {
        var client = settings.client().orElseThrow(() -> new IOException("no OAuth client"));
        yield UserCredentials.newBuilder()
            .setClientId(client.id())
            .setClientSecret(client.secret().reveal())
            .setRefreshToken(refreshToken.reveal())
            .setTokenServerUri(settings.tokenUrl())
            .setHttpTransportFactory(() -> transport)
            .build();
      }
      case GoogleAccount.Service(var key, var subject) -> {
        var json = new ByteArrayInputStream(key.reveal().getBytes(StandardCharsets.UTF_8));
        var builder =
            ServiceAccountCredentials.fromStream(json, () -> transport).toBuilder()
                .setScopes(GoogleAccount.SHARED)
                .setTokenServerUri(settings.tokenUrl())
                .setDefaultRetriesEnabled(false);
        subject.ifPresent(builder::setServiceAccountUser);
        yield builder.build();
      }
    };
  }

  @Override
  public void close() {
    try {
      transport.shutdown();
    } catch (IOException e) {
      // nothing is left to lose
    }
  }
}
