package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.MalformedFrame;
import dev.frontdesk.telephony.spi.MediaCodec;
import dev.frontdesk.telephony.spi.MediaSocket;
import dev.frontdesk.vocabulary.PhoneNumber;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One media socket after its upgrade: codec on one side, whoever talks on the other. Everything
/// runs on its event loop; what blocks goes to the bookkeeping, in order.
final class MediaConnection extends ChannelInboundHandlerAdapter
    implements MediaSocket, AudioOut {
  private static final Logger LOG = LoggerFactory.getLogger(MediaConnection.class);

  private static final Duration HANG_UP_BY = Duration.ofSeconds(2);

  private final MediaTicket ticket;
  private final MediaCodec codec;
  private final GatewayShare shared;
  private final LoopSockets siblings;
  private final Bookkeeping bookkeeping;

  @SuppressWarnings("NullAway.Init") // set by handlerAdded, before anything else happens
  private MessageWriter writer;

  private @Nullable AudioIn talker;
  private AudioFormat format;
  private Fate fate = Fate.UPGRADING;
  private final SocketNotes notes;
  private long openedNs;
  private long lastAudioNs;
  private long lastPingNs;

  /// How this socket ends, if it is known to.
  private enum Fate {
    UPGRADING,
    OPEN,
    /// The far side said that the call is over.
    STOPPED,
    /// We let the call go: it is over, or put through to a person.
    HUNG_UP,
    /// Closing, and the call may come back.
    LEAVING,
    GONE
  }

  MediaConnection(
      MediaTicket ticket,
      MediaCodec codec,
      GatewayShare shared,
      LoopSockets siblings) {
    this.ticket = ticket;
    this.codec = codec;
    this.shared = shared;
    this.siblings = siblings;
    this.notes = new SocketNotes(shared.counters());
    this.bookkeeping = new Bookkeeping(shared.virtualThreads(), shared.counters());
    this.format = ticket.format();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    writer = new MessageWriter(ctx, shared.settings().backlogBytes(), siblings);
  }

  void upgraded() {
    fate = Fate.OPEN;
    long nowNs = siblings.loop().nanoTime();
    openedNs = nowNs;
    lastPingNs = nowNs;
    siblings.opened(this);
    shared.opened(this);
    notes.count(Event.SOCKET_OPENED);
    codec.opened(this);
  }

  // ---- from the wire

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      switch (message) {
        case TextWebSocketFrame text when fate == Fate.OPEN -> codec.text(text.content());
        case BinaryWebSocketFrame bytes when fate == Fate.OPEN -> codec.binary(bytes.content());
        case PingWebSocketFrame ping -> writer.pong(ping);
        case CloseWebSocketFrame close -> closeAsked(close);
        default -> {} // pongs, and what still comes while closing
      }
    } catch (MalformedFrame e) {
      malformed(e);
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (isTooLong(cause)) {
      refuse(Event.MESSAGE_OVERSIZED, WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too long");
    } else if (cause instanceof CorruptedWebSocketFrameException) {
      refuse(
          Event.MESSAGE_MALFORMED, WebSocketCloseStatus.PROTOCOL_ERROR, "not a WebSocket frame");
    } else {
      ctx.close(); // reset by the far side and the like
    }
  }

  /// Nothing can be read on this socket any more.
  private void refuse(Event why, WebSocketCloseStatus status, String staticText) {
    if (fate == Fate.OPEN) {
      notes.note(why);
      fate = Fate.LEAVING;
      writer.closeOnTalker(status.code(), staticText);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (fate == Fate.GONE || fate == Fate.UPGRADING) {
      return;
    }
    var ending = fate;
    fate = Fate.GONE;
    siblings.closed(this);
    shared.closed(this);
    codec.closed();
    boolean over = ending == Fate.STOPPED || ending == Fate.HUNG_UP;
    if (over) {
      notes.count(Event.SOCKET_CLOSED);
    } else {
      notes.note(Event.SOCKET_DROPPED);
      bookkeeping.enter(() -> shared.lifecycle().lost(ticket));
    }
    if (talker != null && ending != Fate.STOPPED) {
      tellClosed(talker, over);
    }
  }

  // ---- MediaSocket, upwards

  @Override
  public MediaTicket ticket() {
    return ticket;
  }

  @Override
  public MediaLoop loop() {
    return siblings.loop();
  }

  @Override
  public void started(AudioFormat format, String carrierCall) {
    if (talker != null) {
      notes.note(Event.MESSAGE_UNEXPECTED);
      return;
    }
    if (ticket.carrierCall().filter(expected -> !expected.equals(carrierCall)).isPresent()) {
      notes.note(Event.SOCKET_WRONG_CALL);
      close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "not this call");
      return;
    }
    this.format = format;
    lastAudioNs = siblings.loop().nanoTime();
    bookkeeping.enter(() -> shared.lifecycle().connected(ticket));
    talker = shared.answerer().answer(ticket.answered(format), this, siblings.loop());
  }

  @Override
  public void audio(byte[] bytes, int offset, int length, long mediaTimeMs) {
    var to = talker;
    if (to == null) {
      notes.note(Event.MESSAGE_UNEXPECTED);
      return;
    }
    lastAudioNs = siblings.loop().nanoTime();
    notes.count(Event.FRAME_IN);
    to.audio(bytes, offset, length, mediaTimeMs);
  }

  @Override
  public void markReached(String name) {
    if (talker != null && fate == Fate.OPEN) {
      talker.markReached(name);
    }
  }

  @Override
  public void keyPressed(char key) {
    if (talker != null && fate == Fate.OPEN) {
      talker.keyPressed(key);
    }
  }

  @Override
  public void stopped() {
    if (fate != Fate.OPEN) {
      return;
    }
    fate = Fate.STOPPED;
    bookkeeping.enter(() -> shared.lifecycle().ended(ticket, EndedReason.CUSTOMER_ENDED_CALL));
    if (talker != null) {
      tellClosed(talker, true);
    }
    writer.close(WebSocketCloseStatus.NORMAL_CLOSURE.code(), "");
  }

  @Override
  public void unknown() {
    notes.note(Event.MESSAGE_UNKNOWN);
  }

  @Override
  public ByteBuf buffer(int capacity) {
    return writer.buffer(capacity);
  }

  @Override
  public void sendText(ByteBuf message) {
    send(message, WebSocketBytes.TEXT);
  }

  @Override
  public void sendBinary(ByteBuf message) {
    send(message, WebSocketBytes.BINARY);
  }

  @Override
  public void close(int status, String staticText) {
    if (fate == Fate.OPEN) {
      fate = Fate.LEAVING;
      writer.close(status, staticText);
    }
  }

  @Override
  public AudioFormat format() {
    return format;
  }

  @Override
  public void play(byte[] bytes, int offset, int length) {
    if (fate == Fate.OPEN) {
      notes.count(Event.FRAME_OUT);
      codec.play(bytes, offset, length);
    }
  }

  @Override
  public void mark(String name) {
    if (fate == Fate.OPEN) {
      codec.mark(name);
    }
  }

  @Override
  public void clear() {
    if (fate == Fate.OPEN) {
      codec.clear();
    }
  }

  @Override
  public boolean writable() {
    return writer.writable();
  }

  @Override
  public void hangUp(String reason) {
    letGo(() -> shared.lifecycle().ended(ticket, EndedReason.ofHangUp(reason)));
  }

  @Override
  public void transfer(String target) {
    var to = new PhoneNumber(target);
    if (codec.asksAgain()) {
      letGo(() -> shared.lifecycle().forwarded(ticket, to));
    } else {
      hangUp(EndedReason.ASSISTANT_FORWARDED_CALL.value());
    }
  }

  /// The row is written before the carrier can see the socket close and ask.
  private void letGo(Runnable row) {
    if (fate != Fate.OPEN) {
      return;
    }
    fate = Fate.HUNG_UP;
    Runnable close = () -> writer.close(WebSocketCloseStatus.NORMAL_CLOSURE.code(), "");
    bookkeeping.enter(
        () -> {
          try {
            row.run();
          } finally {
            siblings.loop().execute(close);
          }
        });
    loop().schedule(close, HANG_UP_BY);
  }

  void lookOver(long nowNs) {
    var settings = shared.settings();
    if (fate != Fate.OPEN) {
      return;
    }
    if (talker == null) {
      if (nowNs - openedNs > settings.startWithin().toNanos()) {
        notes.note(Event.SOCKET_NEVER_STARTED);
        close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "no start message");
      }
    } else if (nowNs - lastAudioNs > settings.silentFor().toNanos()) {
      silent();
    } else if (nowNs - lastPingNs > settings.pingEvery().toNanos()) {
      lastPingNs = nowNs;
      writer.ping();
    }
  }

  /// The same leg has a newer socket.
  void replaced() {
    notes.note(Event.SOCKET_REPLACED);
    close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "replaced by a newer socket");
  }

  private void send(ByteBuf message, int opcode) {
    if (!writer.send(message, opcode) && fate == Fate.OPEN) {
      fate = Fate.LEAVING;
      notes.note(Event.SOCKET_BACKLOGGED);
    }
  }

  private void closeAsked(CloseWebSocketFrame close) {
    int status = close.statusCode();
    boolean orderly = status < 0 || status == 1000 || status == 1001;
    if (orderly && !codec.asksAgain()) {
      stopped();
    }
    writer.answerClose(close);
  }

  private void silent() {
    notes.note(Event.SOCKET_SILENT);
    if (!codec.asksAgain()) {
      fate = Fate.HUNG_UP;
      bookkeeping.enter(() -> shared.lifecycle().ended(ticket, EndedReason.NO_CUSTOMER_AUDIO));
      writer.close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "no audio");
    } else {
      close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "no audio");
    }
  }

  private void malformed(MalformedFrame why) {
    boolean tooMany = notes.malformed(why);
    if (talker == null || tooMany) {
      close(WebSocketCloseStatus.POLICY_VIOLATION.code(), "malformed message");
    }
  }

  private void failed(RuntimeException e) {
    notes.count(Event.ANSWERER_FAILED);
    LOG.error("a call failed on its media loop", e);
    close(WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(), "internal error");
  }

  private void tellClosed(AudioIn to, boolean over) {
    try {
      to.closed(over);
    } catch (RuntimeException e) {
      notes.count(Event.ANSWERER_FAILED);
      LOG.error("a call failed while closing", e);
    }
  }

  private static boolean isTooLong(Throwable cause) {
    return cause instanceof TooLongFrameException
        || cause instanceof CorruptedWebSocketFrameException corrupted
            && corrupted.closeStatus() == WebSocketCloseStatus.MESSAGE_TOO_BIG;
  }
}
