package dev.frontdesk.server;

import dev.frontdesk.durable.Job;
import dev.frontdesk.messaging.Channel;
import dev.frontdesk.messaging.Errand;
import dev.frontdesk.messaging.Notice;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Errands as jobs: `{"booking":"…","notice":"confirmation","channel":"SMS","cause":"…"…}`.
final class MessageErrands {
  static final String SEND = "message.send";
  static final String REMIND = "message.remind";
  static final String MAIL = "message.mail";
  static final String CHECK = "message.check";

  private static final JsonMapper JSON = new JsonMapper();

  private MessageErrands() {}

  /// Jobs of one kind and key wait for one another, so what may be late has a key of its own.
  ///
  /// @param cause names the job
  static Job job(
      Errand errand,
      String kind,
      String key,
      String cause,
      TraceId trace,
      Instant at,
      Optional<Instant> deadline) {
    return new Job(
        kind + ":" + cause, errand.org(), kind, key, payload(errand), trace, at, deadline);
  }

  static Errand of(Job job) {
    var json = JSON.readTree(job.payload());
    return new Errand(
        job.org(),
        new BookingId(json.path("booking").asString()),
        Notice.of(json.path("notice").asString()),
        Channel.valueOf(json.path("channel").asString()),
        json.path("cause").asString(),
        json.path("version").asInt(),
        json.path("repeat").asInt());
  }

  private static String payload(Errand errand) {
    return JSON.createObjectNode()
        .put("booking", errand.booking().value())
        .put("notice", errand.notice().word())
        .put("channel", errand.channel().name())
        .put("cause", errand.cause())
        .put("version", errand.version())
        .put("repeat", errand.repeat())
        .toString();
  }
}
