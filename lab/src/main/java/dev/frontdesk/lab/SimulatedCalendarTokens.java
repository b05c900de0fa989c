package dev.frontdesk.lab;

import static dev.frontdesk.lab.SimulatedCalendarBook.JSON;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Google's OAuth: refresh tokens, codes with a proof key, assertions of service accounts.
final class SimulatedCalendarTokens {
  static final String CLIENT = "frontdesk-lab.apps.googleusercontent.com";
  static final String CLIENT_SECRET = "GOCSPX-lab";
  private static final Duration LASTS = Duration.ofSeconds(3_599);
  private static final Base64.Decoder URL = Base64.getUrlDecoder();

  /// One for all accounts: making a pair takes longer than anything else here.
  private static final KeyPair PAIR = newPair();

  private final Clock clock;
  private final Map<String, Grant> refresh = new ConcurrentHashMap<>();
  private final Map<String, Access> access = new ConcurrentHashMap<>();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, KeyPair> services = new ConcurrentHashMap<>();
  private final Set<String> delegating = ConcurrentHashMap.newKeySet();

  record Grant(String user, Set<String> scopes) {}

  /// @param service whether a service account asks in nobody's name but its own
  record Access(String user, Set<String> scopes, boolean service, Instant until) {}

  private record Code(Grant grant, String redirect, String challenge) {}

  SimulatedCalendarTokens(Clock clock) {
    this.clock = clock;
  }

  String grant(String user, Set<String> scopes) {
    var token = "1//" + UUID.randomUUID();
    refresh.put(token, new Grant(user, scopes));
    return token;
  }

  /// As when somebody takes access back, or an administrator does.
  void revoke(String user) {
    refresh.values().removeIf(grant -> grant.user.equals(user));
    access.values().removeIf(one -> one.user.equals(user));
    services.remove(user);
  }

  void expireAccess() {
    access.clear();
  }

  /// A key file as Google's console gives it out.
  String serviceKey(String email, boolean delegated) {
    services.put(email, PAIR);
    if (delegated) {
      delegating.add(email);
    }
    var key =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(PAIR.getPrivate().getEncoded());
    return JSON.writeValueAsString(
        Map.of(
            "type", "service_account",
            "project_id", "frontdesk-lab",
            "private_key_id", "k1",
            "private_key",
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
            "client_email", email,
            "client_id", "1",
            "token_uri", "https://oauth2.googleapis.com/token"));
  }

  private static KeyPair newPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /// @throws CalendarRefusal when the token is not one, or has run out
  Access asks(VendorRequest request) {
    var header = request.header("authorization").orElse("");
    var known = header.startsWith("Bearer ") ? access.get(header.substring(7)) : null;
    if (known == null || !known.until.isAfter(clock.instant())) {
      throw new CalendarRefusal(401, "authError", "Invalid Credentials");
    }
    return known;
  }

  /// The page on which somebody agrees; this one agrees at once, as `login_hint`.
  VendorAnswer consent(VendorRequest request) {
    var redirect = request.parameter("redirect_uri").orElse("");
    if (!request.parameter("client_id").equals(Optional.of(CLIENT))
        || !request.parameter("response_type").equals(Optional.of("code"))
        || !request.parameter("access_type").equals(Optional.of("offline"))
        || !request.parameter("code_challenge_method").equals(Optional.of("S256"))
        || redirect.isEmpty()) {
      return VendorAnswer.json(400, "{\"error\":\"invalid_request\"}");
    }
    var scopes = Set.copyOf(List.of(request.parameter("scope").orElse("").split(" ")));
    var user = request.parameter("login_hint").orElse("owner@example.test");
    var code = "4/" + UUID.randomUUID();
    codes.put(
        code,
        new Code(
            new Grant(user, scopes), redirect, request.parameter("code_challenge").orElse("")));
    var state = request.parameter("state").orElse("");
    return VendorAnswer.empty(302)
        .with("Location", redirect + "?state=" + encoded(state) + "&code=" + encoded(code));
  }

  VendorAnswer token(VendorRequest request) {
    var form = request.form();
    return switch (one(form, "grant_type")) {
      case "refresh_token" -> clientOr(form, () -> refreshed(one(form, "refresh_token")));
      case "authorization_code" -> clientOr(form, () -> redeemed(form));
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> asserted(one(form, "assertion"));
      default -> error(400, "unsupported_grant_type", "Invalid grant_type");
    };
  }

  VendorAnswer revoke(VendorRequest request) {
    var gone = refresh.remove(one(request.form(), "token"));
    return gone == null
        ? error(400, "invalid_token", "Token expired or revoked")
        : VendorAnswer.json(200, "{}");
  }

  private VendorAnswer clientOr(
      Map<String, List<String>> form, Supplier<VendorAnswer> then) {
    return one(form, "client_id").equals(CLIENT)
            && one(form, "client_secret").equals(CLIENT_SECRET)
        ? then.get()
        : error(401, "invalid_client", "The OAuth client was not found.");
  }

  private VendorAnswer refreshed(String token) {
    var grant = refresh.get(token);
    return grant == null
        ? error(400, "invalid_grant", "Token has been expired or revoked.")
        : issued(grant.user, grant.scopes, false, Map.of());
  }

  private VendorAnswer redeemed(Map<String, List<String>> form) {
    var code = codes.remove(one(form, "code"));
    if (code == null
        || !code.redirect.equals(one(form, "redirect_uri"))
        || !code.challenge.equals(challenge(one(form, "code_verifier")))) {
      return error(400, "invalid_grant", "Bad Request");
    }
    var token = grant(code.grant.user, code.grant.scopes);
    return issued(
        code.grant.user, code.grant.scopes, false, Map.of("refresh_token", token));
  }

  private VendorAnswer asserted(String assertion) {
    var parts = assertion.split("\\.");
    if (parts.length != 3) {
      return error(400, "invalid_grant", "Invalid JWT");
    }
    var claims = JSON.readTree(URL.decode(parts[1]));
    var issuer = claims.path("iss").asString("");
    var pair = services.get(issuer);
    if (pair == null || !isSigned(parts, pair)) {
      return error(400, "invalid_grant", "Invalid JWT Signature.");
    }
    var now = clock.instant();
    var issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
    var until = Instant.ofEpochSecond(claims.path("exp").asLong(0));
    if (issued.isAfter(now.plusSeconds(300))
        || !until.isAfter(now)
        || Duration.between(issued, until).compareTo(Duration.ofHours(1)) > 0) {
      return error(400, "invalid_grant", "Invalid JWT: Token must be a short-lived token.");
    }
    var subject = claims.path("sub").asString(issuer);
    if (!subject.equals(issuer) && !delegating.contains(issuer)) {
      return error(401, "unauthorized_client", "Client is unauthorized.");
    }
    return issued(subject, scopes(claims), subject.equals(issuer), Map.of());
  }

  private static Set<String> scopes(JsonNode claims) {
    return Set.copyOf(List.of(claims.path("scope").asString("").split(" ")));
  }

  private static boolean isSigned(String[] parts, KeyPair pair) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(URL.decode(parts[2]));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private VendorAnswer issued(
      String user, Set<String> scopes, boolean service, Map<String, String> more) {
    var token = "ya29." + UUID.randomUUID();
    access.put(token, new Access(user, scopes, service, clock.instant().plus(LASTS)));
    var answer = JSON.createObjectNode();
    answer.put("access_token", token);
    answer.put("expires_in", LASTS.toSeconds());
    answer.put("scope", String.join(" ", scopes));
    answer.put("token_type", "Bearer");
    more.forEach(answer::put);
    return VendorAnswer.json(200, answer.toString());
  }

  private static VendorAnswer error(int status, String error, String description) {
    return VendorAnswer.json(
        status,
        "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
  }

  private static String challenge(String verifier) {
    try {
      var sha =
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String one(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).getFirst();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
