package dev.frontdesk.messaging;

import static dev.frontdesk.messaging.Ana.BOOKING;
import static dev.frontdesk.messaging.Ana.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeLinksTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(9));
  private final ChangeLinks links = links("k".repeat(32));

  @Test
  void a_link_names_its_booking_until_its_time_is_over() {
    var token = token(START);
    var until = NOW.plus(Duration.ofDays(3));
    assertThat(links.read(token, until.minusSeconds(1)))
        .isEqualTo(
            new ChangeLinks.Reading.Valid(new ChangeLinks.Target(ORG, BOOKING, until)));
    assertThat(links.read(token, until)).isInstanceOf(ChangeLinks.Reading.Over.class);
  }

  @Test
  void no_link_outlives_the_start() {
    var start = NOW.plus(Duration.ofHours(2));
    assertThat(links.read(token(start), start)).isInstanceOf(ChangeLinks.Reading.Over.class);
  }

  @Test
  void what_was_altered_or_signed_by_others_is_forged() {
    var token = token(START);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'Q' : 'A';
      var altered = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(links.read(altered, NOW)).isEqualTo(new ChangeLinks.Reading.Forged());
    }
    assertThat(links("x".repeat(32)).read(token, NOW)).isEqualTo(new ChangeLinks.Reading.Forged());
    for (var rubbish : new String[] {"", "a", "%%%", "AAAA", "A".repeat(5_000)}) {
      assertThat(links.read(rubbish, NOW)).isEqualTo(new ChangeLinks.Reading.Forged());
    }
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> links("short")).hasMessageContaining("32 bytes");
  }

  private String token(Instant start) {
    var path = links.issue(ORG, BOOKING, start, NOW).getPath();
    return path.substring("/m/".length());
  }

  private static ChangeLinks links(String key) {
    return new ChangeLinks(
        new Secret(key), URI.create("https://desk.example.com"), Duration.ofDays(3));
  }
}
