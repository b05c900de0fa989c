package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Issues slot tokens and reads them back: text signed with HMAC-SHA256, which names no person.
final class SlotTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "slot-2";
  private static final int SHORTEST_KEY = 32;
  private static final int LONGEST_TOKEN = 2_000;
  private static final int FIXED_LINES = 8;

  private static final Optional<BookingId> NOTHING = Optional.empty();

  private final SecretKeySpec key;
  private final Duration life;

  SlotTokens(Secret key, Duration life) {
    byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the token key needs %d bytes".formatted(SHORTEST_KEY));
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
    this.life = life;
  }

  /// What a token says: at `offeredAt`, `slot` of `service` was free with one resource of each
  /// pool, for who would move the booking `moving` there.
  record Offered(
      ServiceId service,
      Slot slot,
      List<ResourceId> resources,
      Optional<BookingId> moving,
      Instant offeredAt) {
    Offered {
      resources = List.copyOf(resources);
    }
  }

  sealed interface Reading {
    record Valid(Offered offered) implements Reading {}

    record Bad(TokenProblem problem) implements Reading {}
  }

  SlotToken issue(OrgId org, CallId call, Offered offered) {
    // Ids have no line breaks, so lines cannot run into each other.
    var lines =
        Stream.concat(
            Stream.of(
                VERSION,
                org.value(),
                call.value(),
                offered.service.value(),
                "" + offered.slot.start().getEpochSecond(),
                "" + offered.slot.end().getEpochSecond(),
                "" + offered.offeredAt.getEpochSecond(),
                offered.moving.map(BookingId::value).orElse("")),
            offered.resources.stream().map(ResourceId::value));
    byte[] text = String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8);
    return new SlotToken(encode(text) + "." + encode(sign(text)));
  }

  Reading read(OrgId org, CallId call, SlotToken token, Instant now) {
    int dot = token.value().indexOf('.');
    if (dot < 1 || token.value().length() > LONGEST_TOKEN) {
      return new Reading.Bad(TokenProblem.INVALID);
    }
    byte[] text;
    byte[] signature;
    try {
      text = Base64.getUrlDecoder().decode(token.value().substring(0, dot));
      signature = Base64.getUrlDecoder().decode(token.value().substring(dot + 1));
    } catch (IllegalArgumentException _) {
      return new Reading.Bad(TokenProblem.INVALID);
    }
    if (!MessageDigest.isEqual(sign(text), signature)) {
      return new Reading.Bad(TokenProblem.INVALID);
    }
    var lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length <= FIXED_LINES
        || !lines[0].equals(VERSION)
        || !lines[1].equals(org.value())
        || !lines[2].equals(call.value())) {
      return new Reading.Bad(TokenProblem.INVALID);
    }
    var offeredAt = moment(lines[6]);
    if (!now.isBefore(offeredAt.plus(life))) {
      return new Reading.Bad(TokenProblem.EXPIRED);
    }
    var resources = Stream.of(lines).skip(FIXED_LINES).map(ResourceId::new).toList();
    var slot = new Slot(moment(lines[4]), moment(lines[5]));
    var moving = lines[7].isEmpty() ? NOTHING : Optional.of(new BookingId(lines[7]));
    return new Reading.Valid(
        new Offered(new ServiceId(lines[3]), slot, resources, moving, offeredAt));
  }

  private byte[] sign(byte[] text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static Instant moment(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
