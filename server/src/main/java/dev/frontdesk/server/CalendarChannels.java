package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarMirrors;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import dev.frontdesk.vocabulary.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The channels by which calendars tell us of changes. One is never renewed: a new one is opened
/// well before the old one ends, and both speak for a while.
final class CalendarChannels {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarChannels.class);
  private static final String PURPOSE = "calendar-push";
  private static final Duration LASTS = Duration.ofDays(7);
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CalendarProvider provider;
  private final CalendarMirrors mirrors;
  private final CalendarSeal seal;
  private final Optional<String> address;

  /// @param address where messages come in; empty when none can
  CalendarChannels(
      CalendarProvider provider,
      CalendarMirrors mirrors,
      CalendarSeal seal,
      Optional<String> address) {
    this.provider = provider;
    this.mirrors = mirrors;
    this.seal = seal;
    this.address = address;
  }

  /// Sees to it that there is a channel that lasts.
  void keep(OrgId org, String calendar, Instant now) {
    var mirror = mirrors.find(org, calendar);
    if (address.isEmpty() || mirror.isEmpty()) {
      return;
    }
    var standing = mirror.get().channel();
    if (standing.filter(one -> one.expiresAt().isAfter(now.plus(OVERLAP))).isPresent()) {
      return;
    }
    var id = UUID.randomUUID().toString();
    var token = new Secret(seal.sealed(PURPOSE + id, org, calendar));
    var opened =
        provider.watch(
            org, calendar, id, address.get(), token, now.plus(LASTS), now.plus(PATIENCE));
    if (opened instanceof Ok<PushChannel>(var channel)) {
      mirrors.channel(org, calendar, Optional.of(channel));
      standing.ifPresent(old -> provider.stop(org, old, now.plus(PATIENCE)));
    } else {
      LOG.warn("no channel for a calendar's changes; it is polled");
    }
  }

  void close(OrgId org, String calendar, Instant now) {
    mirrors
        .find(org, calendar)
        .flatMap(mirror -> mirror.channel())
        .ifPresent(
            channel -> {
              provider.stop(org, channel, now.plus(PATIENCE));
              mirrors.channel(org, calendar, Optional.empty());
            });
  }

  /// Whose calendar a message is about; empty when it does not come through a channel of ours.
  Optional<CalendarSeal.Opened> about(String channel, String token) {
    return seal.opened(PURPOSE + channel, token);
  }
}
