package dev.frontdesk.server;

import dev.frontdesk.durable.KeptAnswers;
import dev.frontdesk.durable.KeptAnswers.Answer;
import dev.frontdesk.durable.KeptAnswers.Standing;
import dev.frontdesk.storage.ApiKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Has each request that changes something carried out once, however often it is sent: by its
/// Idempotency-Key, within one organisation and one API key. Carriers' webhooks have keys of their
/// own kind and never come here; `POST /call` may go without, since Vapi's clients send none.
///
/// @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">the
///     draft of the header</a>
final class KeyedRequestFilter extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";

  private static final int LONGEST_KEY = 255;
  private static final int LARGEST_BODY = 1 << 20;
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> KEY_OPTIONAL = Set.of("/call");

  private final KeptAnswers kept;
  private final Clock clock;

  KeyedRequestFilter(KeptAnswers kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (!CHANGING.contains(request.getMethod())
        || who == null
        || !(who.getPrincipal() instanceof ApiKey principal)) {
      chain.doFilter(request, response);
      return;
    }
    String key = request.getHeader(KEY);
    if (key == null && KEY_OPTIONAL.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else if (key == null || key.isBlank()) {
      refuse(response, 400, "Bad Request", "the header Idempotency-Key is missing");
    } else if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      refuse(
          response, 400, "Bad Request",
          "Idempotency-Key must have up to 255 plain characters");
    } else {
      once(principal, principal.id() + ":" + key, request, response, chain);
    }
  }

  private void once(
      ApiKey principal,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      refuse(response, 413, "Content Too Large", "the body is larger than a megabyte");
      return;
    }
    switch (kept.begin(principal.org(), key, hash(request, body), clock.instant())) {
      case Standing.Begin(var claim) ->
          carryOut(principal, key, claim, new ReadRequest(request, body), response, chain);
      case Standing.Replay(var answer) -> replay(response, answer);
      case Standing.OtherRequest() ->
          refuse(
              response, 422, "Unprocessable Content",
              "this Idempotency-Key was used for another request");
      case Standing.InFlight() -> {
        response.setHeader("Retry-After", "1");
        refuse(
            response, 409, "Conflict", "a request with this Idempotency-Key is being carried out");
      }
    }
  }

  /// The answer is kept before it is sent: nobody has one that a repetition would not get.
  private void carryOut(
      ApiKey principal,
      String key,
      String claim,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var written = new ContentCachingResponseWrapper(response);
    var keep = false;
    try {
      chain.doFilter(request, written);
      keep = isAnAnswer(written.getStatus());
      if (keep) {
        String type = written.getContentType();
        kept.answered(
            principal.org(),
            key,
            claim,
            new Answer(
                written.getStatus(), type == null ? "" : type, written.getContentAsByteArray()));
      }
      written.copyBodyToResponse();
    } finally {
      if (!keep) {
        kept.dropped(principal.org(), key, claim);
      }
    }
  }

  /// What says that nothing was done, or that it may be done later, is not the answer: the same key
  /// may ask again.
  private static boolean isAnAnswer(int status) {
    return switch (status) {
      case 400, 401, 403, 405, 406, 413, 415, 429 -> false;
      default -> status < 500;
    };
  }

  private static void replay(HttpServletResponse response, Answer answer) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    if (!answer.contentType().isEmpty()) {
      response.setContentType(answer.contentType());
    }
    response.getOutputStream().write(answer.body());
  }

  private static String hash(HttpServletRequest request, byte[] body) {
    String query = request.getQueryString();
    var target = request.getRequestURI() + (query == null ? "" : "?" + query);
    return hash(request.getMethod() + " " + target, body);
  }

  /// What must be the same when a request comes again.
  static String hash(String line, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String error, String mend)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"message\":\"%s\",\"error\":\"%s\",\"statusCode\":%d}"
                .formatted(mend, error, status));
  }
}
