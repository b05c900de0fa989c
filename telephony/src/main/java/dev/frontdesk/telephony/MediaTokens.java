package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keys to the media port: each opens one socket for one leg, once, and soon. Kept in memory: a
/// node that dies takes its keys with it, and the carrier asks for a new one. Safe from any thread.
///
/// A token is 16 characters by which it is found and 24 that prove it, which are compared in
/// constant time, so that response times tell nothing about them.
public final class MediaTokens {
  /// Carriers connect within a second or two of reading the instruction.
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final int NAME_CHARS = 16;
  private static final int TOKEN_CHARS = 40;

  private final Clock clock;
  private final Duration lifetime;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> byName = new HashMap<>();
  private final Map<LegId, String> nameByLeg = new HashMap<>();

  public MediaTokens(Clock clock) {
    this(clock, LIFETIME);
  }

  public MediaTokens(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  private record Issued(String token, MediaTicket ticket, Instant expiresAt) {
    boolean alive(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  /// A key for the ticket's leg. While an unspent one of an equal ticket is alive, that one again,
  /// so that a webhook repeated by the carrier is answered the same.
  public synchronized String issue(MediaTicket ticket) {
    var now = clock.instant();
    byName.values().removeIf(issued -> !issued.alive(now));
    nameByLeg.values().removeIf(name -> !byName.containsKey(name));
    var earlier = nameByLeg.get(ticket.leg());
    var standing = earlier == null ? null : byName.get(earlier);
    if (standing != null && standing.ticket.equals(ticket)) {
      return standing.token;
    }
    if (earlier != null) {
      byName.remove(earlier);
    }
    byte[] bytes = new byte[30];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var name = token.substring(0, NAME_CHARS);
    byName.put(name, new Issued(token, ticket, now.plus(lifetime)));
    nameByLeg.put(ticket.leg(), name);
    return token;
  }

  /// Spends a token: the first to come gets the ticket, and only before it expires.
  public synchronized Optional<MediaTicket> redeem(String token) {
    if (token.length() != TOKEN_CHARS) {
      return Optional.empty();
    }
    var name = token.substring(0, NAME_CHARS);
    var issued = byName.get(name);
    if (issued == null
        || !MessageDigest.isEqual(bytes(issued.token), bytes(token))
        || !issued.alive(clock.instant())) {
      return Optional.empty();
    }
    byName.remove(name);
    nameByLeg.remove(issued.ticket.leg());
    return Optional.of(issued.ticket);
  }

  /// The call is over: its unspent tokens open nothing any more.
  synchronized void revoke(CallId call) {
    byName.values().removeIf(issued -> issued.ticket.call().equals(call));
    nameByLeg.values().removeIf(name -> !byName.containsKey(name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
