package dev.frontdesk.integrations.vapi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.Call;
import dev.frontdesk.telephony.CallDesk;
import dev.frontdesk.telephony.CallStatus;
import dev.frontdesk.telephony.CallStore.CallAndLeg;
import dev.frontdesk.telephony.CallType;
import dev.frontdesk.telephony.CarrierUrls;
import dev.frontdesk.telephony.EndedReason;
import dev.frontdesk.telephony.MediaTicket;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.MediaWire;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.voice.ConversationObserver;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls over Vapi's WebSocket transport: asked for with `POST /call`, then carried on the address
/// that the answer names. The address is the key; it admits one socket at a time, and a second one
/// only after the first was lost. Safe from any thread.
public final class VapiCalls implements MediaWire {
  public static final String CARRIER = "vapi.websocket";

  /// A call whose address nobody uses is given up.
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Pattern PATH = Pattern.compile("/([0-9a-f-]{36})/transport");

  private final CallDesk desk;
  private final CarrierUrls urls;
  private final Clock clock;
  private final ClientCommands commands;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /// One call's address.
  private static final class Line {
    private final MediaTicket first;
    private boolean taken;
    private boolean used;
    private volatile @Nullable VapiCodec codec;

    Line(MediaTicket first) {
      this.first = first;
    }

    /// @return the ticket of the next socket; empty while there is one
    synchronized Optional<MediaTicket> take() {
      if (taken) {
        return Optional.empty();
      }
      var ticket = used ? first.resumed() : first;
      taken = true;
      used = true;
      return Optional.of(ticket);
    }

    synchronized void free() {
      taken = false;
      codec = null;
    }
  }

  /// What `POST /call` came to.
  ///
  /// @param full      the limit was reached: the call is stored as ended and its address is dead
  /// @param remaining how many more calls the organisation may have at once after this one
  public record Opened(Call call, URI url, boolean full, int limit, int remaining) {}

  public VapiCalls(CallDesk desk, CarrierUrls urls, Clock clock, ClientCommands commands) {
    this.desk = desk;
    this.urls = urls;
    this.clock = clock;
    this.commands = commands;
    desk.listen(
        call -> {
          if (call.status() == CallStatus.ENDED) {
            lines.remove(call.id().value());
          }
        });
  }

  public Opened create(OrgId org, AudioFormat format) {
    var opened =
        desk.open(
            org,
            CallType.WEBSOCKET_CALL,
            CARRIER,
            format,
            Optional.empty(),
            Optional.empty(),
            PATIENCE,
            EndedReason.NO_CUSTOMER_AUDIO);
    return switch (opened) {
      case CallDesk.Opened.Admitted(var call, var leg, var limit, var remaining) -> {
        lines.put(call.id().value(), new Line(MediaTicket.of(call, leg)));
        yield new Opened(call, url(call.id()), false, limit, remaining);
      }
      case CallDesk.Opened.Full(var call, var limit) ->
          new Opened(call, url(call.id()), true, limit, 0);
    };
  }

  /// After a start: the addresses of calls that an earlier process left open work again.
  ///
  /// @param open what `CallDesk.recover` returned
  public void restore(List<CallAndLeg> open) {
    for (var each : open) {
      if (each.leg().carrier().equals(CARRIER)) {
        var line = new Line(MediaTicket.of(each.call(), each.leg()));
        lines.putIfAbsent(each.call().id().value(), line);
      }
    }
  }

  /// Whether this is a live call of this transport.
  public boolean carries(CallId call) {
    return lines.containsKey(call.value());
  }

  /// Tells the call's client what happens, in Vapi's client messages. Does nothing for calls that
  /// are not of this transport.
  public ConversationObserver narrator(CallId call) {
    var line = lines.get(call.value());
    return line == null
        ? ConversationObserver.NONE
        : new VapiMessages(
            clock,
            json -> {
              var codec = line.codec;
              if (codec != null) {
                codec.tell(json);
              }
            });
  }

  @Override
  public boolean owns(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public Entry enter(String pathAndQuery, Map<String, String> headers) {
    int query = pathAndQuery.indexOf('?');
    var path = PATH.matcher(query < 0 ? pathAndQuery : pathAndQuery.substring(0, query));
    var line = path.matches() ? lines.get(path.group(1)) : null;
    if (line == null) {
      return new Entry.Refused(404, "no such call", Event.SOCKET_UNKNOWN_TOKEN);
    }
    var ticket = line.take();
    if (ticket.isEmpty()) {
      return new Entry.Refused(409, "this call has a socket", Event.SOCKET_UNKNOWN_TOKEN);
    }
    var codec = new VapiCodec(ticket.get().format(), commands, line::free);
    line.codec = codec;
    return new Entry.Accepted(ticket.get(), codec);
  }

  private URI url(CallId call) {
    return URI.create(urls.media() + "/" + call.value() + "/transport");
  }
}
