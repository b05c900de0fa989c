package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Links by which a customer moves an appointment or calls it off without logging in: signed, for
/// one booking, and for a short time. Whoever holds the link may do it, so it goes nowhere but to
/// the customer's own number or mailbox. Pure.
public final class ChangeLinks {
  /// 96 bits: nobody guesses that, and a text has room for little more.
  private static final int SIGNATURE_BYTES = 12;

  private static final int SHORTEST_KEY = 32;
  private static final int LONGEST_TOKEN = 400;

  private final byte[] key;
  private final URI base;
  private final Duration life;

  /// @param key  signs: at least 32 characters, the same on every node
  /// @param base `https://desk.example.com`, without a slash at its end
  /// @param life how long a link works at most; never longer than until the appointment starts
  public ChangeLinks(Secret key, URI base, Duration life) {
    this.key = key.reveal().getBytes(StandardCharsets.UTF_8);
    this.base = base;
    this.life = life;
    if (this.key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the key for links needs %d bytes".formatted(SHORTEST_KEY));
    }
  }

  /// What a link is good for.
  public record Target(OrgId org, BookingId booking, Instant until) {}

  public sealed interface Reading {
    record Valid(Target target) implements Reading {}

    /// It was ours once.
    record Over(Target target) implements Reading {}

    /// Not ours, or altered.
    record Forged() implements Reading {}
  }

  /// @param start of the appointment
  public URI issue(OrgId org, BookingId booking, Instant start, Instant now) {
    var until = now.plus(life).isBefore(start) ? now.plus(life) : start;
    var text = org.value() + "\n" + booking.value() + "\n"
        + Long.toString(until.getEpochSecond() / 60, Character.MAX_RADIX);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var signed = Arrays.copyOf(bytes, bytes.length + SIGNATURE_BYTES);
    System.arraycopy(sign(bytes), 0, signed, bytes.length, SIGNATURE_BYTES);
    return URI.create(
        base + "/m/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
  }

  public Reading read(String token, Instant now) {
    var bytes = decode(token);
    if (bytes.isEmpty() || bytes.get().length <= SIGNATURE_BYTES) {
      return new Reading.Forged();
    }
    int length = bytes.get().length - SIGNATURE_BYTES;
    var text = Arrays.copyOf(bytes.get(), length);
    var signature = Arrays.copyOfRange(bytes.get(), length, bytes.get().length);
    if (!MessageDigest.isEqual(sign(text), signature)) {
      return new Reading.Forged();
    }
    var lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    var until = Instant.ofEpochSecond(60 * Long.parseLong(lines[2], Character.MAX_RADIX));
    var target = new Target(new OrgId(lines[0]), new BookingId(lines[1]), until);
    return now.isBefore(until) ? new Reading.Valid(target) : new Reading.Over(target);
  }

  private static Optional<byte[]> decode(String token) {
    try {
      return token.length() > LONGEST_TOKEN
          ? Optional.empty()
          : Optional.of(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] sign(byte[] text) {
    return Arrays.copyOf(Digests.hmacSha256(key, text), SIGNATURE_BYTES);
  }
}
