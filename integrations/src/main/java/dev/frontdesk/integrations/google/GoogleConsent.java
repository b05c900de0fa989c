package dev.frontdesk.integrations.google;

import com.google.api.client.auth.oauth2.AuthorizationCodeRequestUrl;
import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How somebody gives us access to their calendar: the way to Google's page, and what to do with
/// the code they come back with. With a proof key, so that a code seen by others is of no use.
///
/// @see <a href="https://developers.google.com/identity/protocols/oauth2/web-server">OAuth 2.0</a>
public final class GoogleConsent implements AutoCloseable {
  private final GoogleSettings settings;
  private final GoogleSettings.Client client;
  private final URI returnTo;
  private final ApacheHttpTransport transport = new ApacheHttpTransport();

  /// @param returnTo where Google sends people back to, as registered with it
  public GoogleConsent(GoogleSettings settings, GoogleSettings.Client client, URI returnTo) {
    this.settings = settings;
    this.client = client;
    this.returnTo = returnTo;
  }

  /// @param state    comes back with them
  /// @param verifier the proof key's secret half
  public URI page(String state, Secret verifier) {
    var url =
        new AuthorizationCodeRequestUrl(settings.consentUrl().toString(), client.id())
            .setRedirectUri(returnTo.toString())
            .setScopes(GoogleAccount.CONSENTED)
            .setState(state);
    url.put("access_type", "offline");
    url.put("prompt", "consent"); // otherwise a second consent brings no refresh token
    url.put("code_challenge", challenge(verifier));
    url.put("code_challenge_method", "S256");
    return url.toURI();
  }

  /// What the person was asked for and granted, and the token that stands for it.
  public ProviderResult<GoogleAccount.Person> redeem(String code, Secret verifier) {
    var request =
        new AuthorizationCodeTokenRequest(
                transport,
                GsonFactory.getDefaultInstance(),
                new GenericUrl(settings.tokenUrl()),
                code)
            .setRedirectUri(returnTo.toString())
            .setClientAuthentication(
                new ClientParametersAuthentication(client.id(), client.secret().reveal()))
            .setRequestInitializer(GoogleConsent::impatient);
    request.put("code_verifier", verifier.reveal());
    try {
      var token = request.execute();
      if (token.getRefreshToken() == null) {
        return new Failed<>(new Permanent("google: gave no refresh token"));
      }
      var scope = token.getScope() == null ? "" : token.getScope();
      var granted = Set.of(scope.split(" "));
      if (!granted.containsAll(GoogleAccount.CONSENTED)) {
        return new Failed<>(new Permanent("google: not all that was asked for was granted"));
      }
      return new Ok<>(new GoogleAccount.Person(new Secret(token.getRefreshToken())));
    } catch (TokenResponseException refused) {
      var error = refused.getDetails() == null ? "unknown" : refused.getDetails().getError();
      return new Failed<>(
          refused.getStatusCode() >= 500
              ? new Retryable("google: " + refused.getStatusCode())
              : new Permanent("google: " + error));
    } catch (IOException failed) {
      return new Failed<>(GoogleFailures.of(failed, false));
    }
  }

  /// Gives access back. A token that Google no longer knows was given back already.
  public ProviderResult<Boolean> revoke(GoogleAccount.Person person) {
    var content = new UrlEncodedContent(Map.of("token", person.refreshToken().reveal()));
    try {
      var request =
          transport
              .createRequestFactory(GoogleConsent::impatient)
              .buildPostRequest(new GenericUrl(settings.revokeUrl()), content);
      request.execute().disconnect();
      return new Ok<>(true);
    } catch (HttpResponseException refused) {
      return refused.getStatusCode() == 400
          ? new Ok<>(false)
          : new Failed<>(new Retryable("google: " + refused.getStatusCode()));
    } catch (IOException failed) {
      return new Failed<>(GoogleFailures.of(failed, false));
    }
  }

  public static List<String> scopes() {
    return GoogleAccount.CONSENTED;
  }

  private static void impatient(HttpRequest request) {
    request.setConnectTimeout((int) GoogleSettings.PATIENCE.toMillis());
    request.setReadTimeout((int) GoogleSettings.PATIENCE.toMillis());
  }

  private static String challenge(Secret verifier) {
    try {
      var sha =
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
