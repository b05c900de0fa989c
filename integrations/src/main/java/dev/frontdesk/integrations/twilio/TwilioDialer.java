package dev.frontdesk.integrations.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallUpdater;
import dev.frontdesk.telephony.spi.Dialer;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.net.URI;
import java.util.List;

/// Calls that we start, and calls that we end from outside their socket, through Twilio's REST
/// interface.
///
/// @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio: Call resource</a>
public final class TwilioDialer implements Dialer {
  /// "Call is not in-progress": it is over already.
  private static final int NOT_IN_PROGRESS = 21_220;

  private final TwilioSettings settings;
  private final TwilioRest rest;

  public TwilioDialer(TwilioSettings settings) {
    this.settings = settings;
    this.rest = new TwilioRest(settings);
  }

  @Override
  public ProviderResult<String> dial(
      PhoneNumber from, PhoneNumber to, URI instructions, URI reports) {
    return rest.ask(
        client ->
            new CallCreator(settings.accountSid(), number(to), number(from), instructions)
                .setMethod(HttpMethod.POST)
                .setStatusCallback(reports)
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(client)
                .getSid());
  }

  @Override
  public ProviderResult<String> hangUp(String carrierCall) {
    var result =
        rest.ask(
            client ->
                new CallUpdater(settings.accountSid(), carrierCall)
                    .setStatus(Call.UpdateStatus.COMPLETED)
                    .update(client)
                    .getSid());
    return result instanceof Failed(Failure.Permanent(var detail))
            && detail.equals(TwilioRest.detail(NOT_IN_PROGRESS, 400))
        ? new Ok<>(carrierCall)
        : result;
  }

  private static com.twilio.type.PhoneNumber number(PhoneNumber number) {
    return new com.twilio.type.PhoneNumber(number.e164());
  }
}
