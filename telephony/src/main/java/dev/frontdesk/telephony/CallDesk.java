package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.CallInstruction.ConnectMedia;
import dev.frontdesk.telephony.CallInstruction.HangUp;
import dev.frontdesk.telephony.CallInstruction.SayAndHangUp;
import dev.frontdesk.telephony.CallStore.CallAndLeg;
import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides what happens to calls: answers what carriers ask, keeps the rows true, counts calls
/// against their organisation's limit and lets go on proof of the end. Blocks on its store; safe
/// from any thread. Asked twice, it answers the same.
public final class CallDesk implements LegLifecycle {
  /// How long a phone call may be without a media socket before it counts as over.
  public static final Duration SOCKET_PATIENCE = Duration.ofSeconds(60);

  /// After that long in a transfer of which nothing more was heard, it counts as over.
  static final Duration LONGEST_TALK =
      Transfers.RINGS_FOR.plus(Transfers.LONGEST_TALK).plus(SOCKET_PATIENCE);

  /// A carrier that drops socket after socket is not asked to try for ever.
  static final int MOST_RESUMES = 10;

  private final CallStore store;
  private final NumberDirectory numbers;
  private final Admission admission;
  private final MediaTokens tokens;
  private final CarrierUrls urls;
  private final PoliteWords words;
  private final Clock clock;
  private final TelephonyCounters counters;
  private final CallBook book;
  private final Transfers transfers;
  private final Waiting waiting = new Waiting();
  private final Map<CallId, Integer> resumes = new ConcurrentHashMap<>();

  public CallDesk(
      CallStore store,
      TransferStore transfers,
      NumberDirectory numbers,
      Admission admission,
      MediaTokens tokens,
      CarrierUrls urls,
      PoliteWords words,
      Clock clock,
      TelephonyCounters counters) {
    this.store = store;
    this.numbers = numbers;
    this.admission = admission;
    this.tokens = tokens;
    this.urls = urls;
    this.words = words;
    this.clock = clock;
    this.counters = counters;
    this.book = new CallBook(store);
    this.transfers = new Transfers(transfers, urls);
  }

  /// What `open` came to.
  public sealed interface Opened {
    /// @param remaining how many more calls the organisation may have at once after this one
    record Admitted(Call call, Leg leg, int limit, int remaining) implements Opened {}

    /// The call is stored as ended, so that reports show what was turned away.
    record Full(Call call, int limit) implements Opened {}
  }

  public void listen(CallListener listener) {
    book.listen(listener);
  }

  /// One of our numbers rings.
  public CallInstruction ring(InboundCall ringing) {
    var org = ringing.called().flatMap(numbers::owner);
    if (org.isEmpty()) {
      counters.count(Event.CALL_UNKNOWN_NUMBER);
      return new SayAndHangUp(words.unknownNumber(), words.language());
    }
    var known =
        store.findByCarrierCall(org.get(), ringing.carrier(), ringing.carrierCall());
    counters.count(known.isPresent() ? Event.CALL_RANG_AGAIN : Event.CALL_RANG);
    var stored = known.orElseGet(() -> store(org.get(), ringing));
    var call = stored.call();
    if (call.endedReason().isPresent()) {
      return call.endedReason().get().equals(EndedReason.OVER_CONCURRENCY_LIMIT)
          ? full(call.org())
          : new HangUp();
    }
    return switch (admission.admit(call.org(), call.id())) {
      case Admission.Verdict.Admitted _ -> connect(stored);
      case Admission.Verdict.Full _ when call.status() == CallStatus.IN_PROGRESS ->
          connect(stored); // accepted once is accepted
      case Admission.Verdict.Full _ -> {
        counters.count(Event.CALL_FULL);
        end(call.org(), call.id(), EndedReason.OVER_CONCURRENCY_LIMIT);
        yield full(call.org());
      }
    };
  }

  /// A carrier asks how a call goes on: its media socket has closed, or the person we rang has
  /// answered.
  public CallInstruction next(String carrier, OrgId org, CallId id) {
    var call = store.find(org, id);
    var leg =
        store.legs(org, id).stream().filter(l -> l.carrier().equals(carrier)).findFirst();
    if (call.isEmpty() || leg.isEmpty() || call.get().status() == CallStatus.ENDED) {
      return new HangUp();
    }
    if (call.get().status() == CallStatus.FORWARDING) {
      return dial(call.get(), leg.get());
    }
    if (leg.get().status() != LegStatus.RINGING) {
      if (resumes.merge(id, 1, Integer::sum) > MOST_RESUMES) {
        counters.count(Event.CALL_RESUMED_TOO_OFTEN);
        end(org, id, EndedReason.SOCKET_CLOSED_BY_CARRIER);
        return new SayAndHangUp(words.trouble(), words.language());
      }
      counters.count(Event.CALL_RESUMED);
      admission.admit(org, id); // this node may have been started since; never refuses a live call
    }
    return connect(new CallAndLeg(call.get(), leg.get()));
  }

  private CallInstruction dial(Call call, Leg leg) {
    var now = clock.instant();
    var instruction = transfers.instruction(call, leg, now);
    if (instruction.isEmpty()) {
      end(call.org(), call.id(), EndedReason.TRANSFER_FAILED);
      return new HangUp();
    }
    counters.count(Event.CALL_FORWARDED);
    hopeFor(call, now);
    return instruction.get();
  }

  /// The person who was rung for a caller has hung up, or was not reached: what now? Asked twice,
  /// it answers the same.
  public CallInstruction dialled(String carrier, OrgId org, CallId id, DialResult result) {
    var call = store.find(org, id).filter(found -> found.status() != CallStatus.ENDED);
    var leg =
        store.legs(org, id).stream().filter(l -> l.carrier().equals(carrier)).findFirst();
    if (call.isEmpty() || leg.isEmpty()) {
      return new HangUp();
    }
    var now = clock.instant();
    return switch (result) {
      case TALKED -> {
        transfers.move(org, id, TransferEvent.FINISH, now);
        end(org, id, EndedReason.ASSISTANT_FORWARDED_CALL);
        yield new HangUp();
      }
      case CALLER_LEFT -> {
        transfers.move(org, id, TransferEvent.GIVE_UP, now);
        end(org, id, EndedReason.CUSTOMER_ENDED_CALL_DURING_TRANSFER);
        yield new HangUp();
      }
      case NOT_REACHED -> {
        transfers.move(org, id, TransferEvent.FAIL, now);
        if (!transfers.stands(org, id, TransferStatus.NOT_REACHED)) {
          yield new HangUp();
        }
        counters.count(Event.CALL_NOT_PUT_THROUGH);
        book.move(org, id, CallEvent.RETURN, now, Optional.empty());
        yield connect(new CallAndLeg(call.get(), leg.get()), LegOpening.NOT_PUT_THROUGH);
      }
    };
  }

  /// The carrier reports on the person that it rings for a caller.
  public void dialling(OrgId org, CallId id, CarrierReport.State state) {
    if (!(state instanceof CarrierReport.State.Answered)) {
      return; // how it went comes with the question what now
    }
    if (transfers.move(org, id, TransferEvent.PICK_UP, clock.instant()).isEmpty()) {
      counters.count(Event.LATE_REPORT);
    }
  }

  /// Opens a call that no carrier rang in: one that we place, or a WebSocket call. It ends by
  /// itself with `ifNever` if it has no media socket after `patience`.
  public Opened open(
      OrgId org,
      CallType type,
      String carrier,
      AudioFormat format,
      Optional<PhoneNumber> customer,
      Optional<PhoneNumber> number,
      Duration patience,
      EndedReason ifNever) {
    var now = clock.instant();
    var call =
        Call.opened(
            org, new CallId(Ids.newUuid(now)), type, customer, number, numbers.agent(org), now);
    var direction =
        type == CallType.OUTBOUND_PHONE_CALL ? Direction.OUTBOUND : Direction.INBOUND;
    var stored = store.open(call, Leg.opened(call, direction, carrier, Optional.empty(), format, now));
    return switch (admission.admit(org, call.id())) {
      case Admission.Verdict.Admitted(var limit, var remaining) -> {
        waiting.hope(new Waiting.Hope(org, call.id(), now.plus(patience), ifNever));
        yield new Opened.Admitted(stored.call(), stored.leg(), limit, remaining);
      }
      case Admission.Verdict.Full(var limit) -> {
        counters.count(Event.CALL_FULL);
        end(org, call.id(), EndedReason.OVER_CONCURRENCY_LIMIT);
        yield new Opened.Full(store.find(org, call.id()).orElse(stored.call()), limit);
      }
    };
  }

  /// A carrier reports on a call that rang in; found by our number.
  public void report(CarrierReport report) {
    report
        .ours()
        .flatMap(numbers::owner)
        .flatMap(org -> store.findByCarrierCall(org, report.carrier(), report.carrierCall()))
        .ifPresentOrElse(
            found -> report(found.call().org(), found.call().id(), report.state()),
            () -> counters.count(Event.LATE_REPORT));
  }

  /// A carrier reports on a call whose address names it.
  public void report(OrgId org, CallId call, CarrierReport.State state) {
    switch (state) {
      case CarrierReport.State.Ringing _ -> {
        if (book.move(org, call, CallEvent.RING, clock.instant(), Optional.empty()).isEmpty()) {
          counters.count(Event.LATE_REPORT);
        }
      }
      case CarrierReport.State.Over(var reason) -> {
        if (!end(org, call, told(org, call, reason))) {
          counters.count(Event.LATE_REPORT);
        }
      }
      case CarrierReport.State.Answered _, CarrierReport.State.Nothing _ -> {
        // the media socket says it better
      }
    }
  }

  /// A caller who hangs up on nobody is told from one who has talked with a person.
  private EndedReason told(OrgId org, CallId call, EndedReason reason) {
    var forwarding = store.find(org, call).filter(c -> c.status() == CallStatus.FORWARDING);
    if (forwarding.isEmpty() || !reason.equals(EndedReason.CUSTOMER_ENDED_CALL)) {
      return reason;
    }
    var now = clock.instant();
    if (transfers.move(org, call, TransferEvent.GIVE_UP, now).isPresent()) {
      return EndedReason.CUSTOMER_ENDED_CALL_DURING_TRANSFER;
    }
    transfers.move(org, call, TransferEvent.FINISH, now);
    return EndedReason.ASSISTANT_FORWARDED_CALL;
  }

  /// The call is proven over. The first reason stands.
  ///
  /// @return whether this ended it
  public boolean end(OrgId org, CallId call, EndedReason reason) {
    var now = clock.instant();
    var ended = book.move(org, call, CallEvent.END, now, Optional.of(reason));
    book.endLegs(org, call, now);
    waiting.fulfilled(call);
    resumes.remove(call);
    tokens.revoke(call);
    admission.release(org, call);
    return ended.isPresent();
  }

  /// Ends calls that were promised a socket and never got one. To be called every few seconds.
  ///
  /// @return how many
  public int sweep() {
    int swept = 0;
    for (var hope : waiting.lapsed(clock.instant())) {
      if (end(hope.org(), hope.call(), hope.reason())) {
        counters.count(Event.CALL_STALE);
        swept++;
      }
    }
    return swept;
  }

  /// After a start: what an earlier process left open counts against the limit again and gets
  /// `SOCKET_PATIENCE` to come back.
  ///
  /// @return those calls, for transports that keep addresses of their own
  public List<CallAndLeg> recover(OrgId org) {
    var now = clock.instant();
    var left = store.unfinished(org, now.plus(SOCKET_PATIENCE), 1_000);
    for (var open : left) {
      admission.admit(org, open.call().id());
      hopeFor(open.call(), now);
    }
    return left;
  }

  @Override
  public void connected(MediaTicket leg) {
    var now = clock.instant();
    waiting.fulfilled(leg.call());
    book.moveLeg(leg.org(), leg.call(), leg.leg(), LegEvent.CONNECT, now);
    book.move(leg.org(), leg.call(), CallEvent.ANSWER, now, Optional.empty());
  }

  @Override
  public void lost(MediaTicket leg) {
    var now = clock.instant();
    if (book.moveLeg(leg.org(), leg.call(), leg.leg(), LegEvent.LOSE, now)) {
      store.find(leg.org(), leg.call()).ifPresent(call -> hopeFor(call, now));
    }
  }

  @Override
  public void forwarded(MediaTicket leg, PhoneNumber to) {
    var now = clock.instant();
    transfers.ask(leg.org(), leg.call(), to, now);
    book.move(leg.org(), leg.call(), CallEvent.FORWARD, now, Optional.empty())
        .ifPresent(call -> hopeFor(call, now));
  }

  @Override
  public void ended(MediaTicket leg, EndedReason reason) {
    end(leg.org(), leg.call(), reason);
  }

  private CallAndLeg store(OrgId org, InboundCall ringing) {
    var now = clock.instant();
    var call =
        Call.opened(
            org,
            new CallId(Ids.newUuid(now)),
            CallType.INBOUND_PHONE_CALL,
            ringing.caller(),
            ringing.called(),
            numbers.agent(org),
            now);
    var carrierCall = Optional.of(ringing.carrierCall());
    return store.open(
        call,
        Leg.opened(call, Direction.INBOUND, ringing.carrier(), carrierCall, AudioFormat.PHONE, now));
  }

  private CallInstruction connect(CallAndLeg stored) {
    return connect(stored, LegOpening.of(stored.leg()));
  }

  private CallInstruction connect(CallAndLeg stored, LegOpening opening) {
    var call = stored.call();
    var leg = stored.leg();
    var token = tokens.issue(MediaTicket.of(call, leg, opening));
    hopeForSocket(call, clock.instant());
    return new ConnectMedia(
        urls.media(leg.carrier(), token),
        Map.of("call", call.id().value()),
        urls.call(leg.carrier(), call.org(), call.id()));
  }

  private void hopeFor(Call call, Instant now) {
    if (call.status() == CallStatus.FORWARDING) {
      var until = now.plus(LONGEST_TALK);
      waiting.hope(
          new Waiting.Hope(call.org(), call.id(), until, EndedReason.TRANSFER_FAILED));
    } else {
      hopeForSocket(call, now);
    }
  }

  private void hopeForSocket(Call call, Instant now) {
    var until = now.plus(SOCKET_PATIENCE);
    waiting.hope(
        new Waiting.Hope(call.org(), call.id(), until, EndedReason.SOCKET_CLOSED_BY_CARRIER));
  }

  private CallInstruction full(OrgId org) {
    return new SayAndHangUp(words.full(org), words.language());
  }
}
