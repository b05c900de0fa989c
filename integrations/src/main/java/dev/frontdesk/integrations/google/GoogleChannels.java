package dev.frontdesk.integrations.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Channel;
import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.time.Instant;

/// How Google tells us that a calendar changed. A channel is never renewed, only followed by
/// another.
///
/// @see <a href="https://developers.google.com/workspace/calendar/api/guides/push">Push</a>
final class GoogleChannels {
  private GoogleChannels() {}

  static PushChannel open(
      Calendar google, String calendar, String id, String address, Secret token, Instant until)
      throws IOException {
    var wanted =
        new Channel()
            .setId(id)
            .setType("web_hook")
            .setAddress(address)
            .setToken(token.reveal())
            .setExpiration(until.toEpochMilli());
    var opened = google.events().watch(calendar, wanted).execute();
    var expires =
        opened.getExpiration() == null ? until : Instant.ofEpochMilli(opened.getExpiration());
    return new PushChannel(calendar, id, opened.getResourceId(), expires);
  }

  static boolean stop(Calendar google, PushChannel channel) throws IOException {
    try {
      google
          .channels()
          .stop(new Channel().setId(channel.id()).setResourceId(channel.resource()))
          .execute();
      return true;
    } catch (GoogleJsonResponseException refused) {
      if (refused.getStatusCode() == 404) {
        return false;
      }
      throw refused;
    }
  }
}
