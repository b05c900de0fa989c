package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.CallDesk.Opened;
import dev.frontdesk.telephony.spi.Dialer;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.util.Optional;

/// Calls that we place through one carrier. The row comes first, so that nothing rings of which no
/// row knows. Blocks; safe from any thread.
public final class OutboundCalls {
  /// Longer than any carrier lets a telephone ring.
  static final Duration RINGS_AT_MOST = Duration.ofMinutes(3);

  private final CallDesk desk;
  private final CallStore store;
  private final CarrierUrls urls;
  private final String carrier;
  private final Dialer dialer;

  public OutboundCalls(
      CallDesk desk, CallStore store, CarrierUrls urls, String carrier, Dialer dialer) {
    this.desk = desk;
    this.store = store;
    this.urls = urls;
    this.carrier = carrier;
    this.dialer = dialer;
  }

  /// What dialling came to.
  public sealed interface Dialled {
    /// @param confirmed false when the carrier gave no answer: the telephone may be ringing, its
    ///     reports will tell, and nobody may dial again meanwhile
    record Placed(Call call, boolean confirmed) implements Dialled {}

    /// The carrier certainly rings nobody; the call is stored as ended.
    record Refused(Call call, Failure failure) implements Dialled {}

    record Full(int limit) implements Dialled {}
  }

  public Dialled dial(OrgId org, PhoneNumber from, PhoneNumber to) {
    var opened =
        desk.open(
            org,
            CallType.OUTBOUND_PHONE_CALL,
            carrier,
            AudioFormat.PHONE,
            Optional.of(to),
            Optional.of(from),
            RINGS_AT_MOST,
            EndedReason.CUSTOMER_DID_NOT_ANSWER);
    return switch (opened) {
      case Opened.Full(_, var limit) -> new Dialled.Full(limit);
      case Opened.Admitted(var call, var leg, _, _) -> placed(call, leg, ask(call, from, to));
    };
  }

  private ProviderResult<String> ask(Call call, PhoneNumber from, PhoneNumber to) {
    return dialer.dial(
        from,
        to,
        urls.call(carrier, call.org(), call.id()),
        urls.status(carrier, call.org(), call.id()));
  }

  private Dialled placed(Call call, Leg leg, ProviderResult<String> result) {
    return switch (result) {
      case Ok(var carrierCall) -> {
        store.carrierCallKnown(call.org(), leg.id(), carrierCall);
        yield new Dialled.Placed(call, true);
      }
      case Failed(Failure.Unconfirmed _) -> new Dialled.Placed(call, false);
      case Failed(var failure) -> {
        desk.end(call.org(), call.id(), EndedReason.TWILIO_FAILED_TO_CONNECT);
        yield new Dialled.Refused(call, failure);
      }
    };
  }
}
