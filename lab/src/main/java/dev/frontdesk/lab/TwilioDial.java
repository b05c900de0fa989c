package dev.frontdesk.lab;

import dev.frontdesk.lab.PersonAtPhone.PickUp;
import dev.frontdesk.lab.Twiml.Verb;
import dev.frontdesk.media.MediaLoop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A call that the simulated Twilio bridges to another number: rings it, tells when it is picked up,
/// and asks the action what comes next. On the line's loop.
final class TwilioDial {
  private static final Duration PICKS_UP_AFTER = Duration.ofSeconds(2);
  private static final Duration TALKS_FOR = Duration.ofSeconds(3);
  private static final Duration BUSY_AFTER = Duration.ofMillis(500);

  private final SimulatedTwilio twilio;
  private final MediaLoop loop;
  private final Verb.Dial dial;
  private final Map<String, String> parent;
  private final BiConsumer<@Nullable HttpResponse<String>, @Nullable Throwable> then;
  private final String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
  private MediaLoop.@Nullable Timer timer;

  /// @param parent the parameters of the call that is bridged
  /// @param then   told what the action answered
  TwilioDial(
      SimulatedTwilio twilio,
      MediaLoop loop,
      Verb.Dial dial,
      Map<String, String> parent,
      BiConsumer<@Nullable HttpResponse<String>, @Nullable Throwable> then) {
    this.twilio = twilio;
    this.loop = loop;
    this.dial = dial;
    this.parent = parent;
    this.then = then;
  }

  /// @return why Twilio would refuse; empty when it rings
  Optional<String> start() {
    var shown = dial.callerId();
    if (!shown.isEmpty()
        && !shown.equals(parent.get("From"))
        && !shown.equals(parent.get("To"))) {
      return Optional.of("13214: callerId is neither this account's number nor the caller's");
    }
    switch (twilio.pickUpOf(dial.number())) {
      case null -> over("failed", BUSY_AFTER);
      case BUSY -> over("busy", BUSY_AFTER);
      case NO_ANSWER -> over("no-answer", Duration.ofSeconds(dial.timeoutSeconds()));
      case ANSWERS -> timer = loop.schedule(this::pickedUp, PICKS_UP_AFTER);
    }
    return Optional.empty();
  }

  /// The caller has hung up.
  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void pickedUp() {
    if (dial.events().contains("answered")) {
      var form = new LinkedHashMap<String, String>();
      form.put("AccountSid", twilio.account());
      form.put("CallSid", sid);
      form.put("ParentCallSid", parent.getOrDefault("CallSid", ""));
      form.put("CallStatus", "in-progress");
      form.put("Direction", "outbound-dial");
      form.put("From", dial.callerId().isEmpty() ? parent.getOrDefault("From", "") : dial.callerId());
      form.put("To", dial.number());
      var unused = twilio.post(dial.statusCallback(), form);
    }
    over("completed", TALKS_FOR);
  }

  private void over(String status, Duration after) {
    timer =
        loop.schedule(
            () -> {
              timer = null;
              var form = new LinkedHashMap<>(parent);
              form.put("DialCallSid", sid);
              form.put("DialCallStatus", status);
              twilio
                  .post(dial.action(), form)
                  .whenComplete(
                      (response, failure) ->
                          loop.execute(() -> then.accept(response, failure)));
            },
            after);
  }
}
