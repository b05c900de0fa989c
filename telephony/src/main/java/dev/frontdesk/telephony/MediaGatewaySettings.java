package dev.frontdesk.telephony;

import java.net.InetSocketAddress;
import java.time.Duration;

/// @param bind            where media sockets are awaited; port 0 takes a free one
/// @param loops           event loops, each one thread that carries many calls
/// @param mostBytes       longest message taken from a carrier; a frame of Twilio's has 400
/// @param startWithin     a socket that has not said by then which call it carries is closed
/// @param silentFor       a socket from which nothing at all came for this long is dead
/// @param pingEvery       how often an idle path is kept open
/// @param backlogBytes    more than this unsent and a socket is not writable; 32 times as much and
///     it is closed
public record MediaGatewaySettings(
    InetSocketAddress bind,
    int loops,
    int mostBytes,
    Duration startWithin,
    Duration silentFor,
    Duration pingEvery,
    int backlogBytes) {

  public static MediaGatewaySettings on(InetSocketAddress bind) {
    return new MediaGatewaySettings(
        bind,
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        64 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        32 * 1024);
  }
}
