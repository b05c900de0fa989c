package dev.frontdesk.integrations.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
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
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Calls that we start, and calls that we end from outside their socket, through Twilio's REST
/// interface.
///
/// @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio: Call resource</a>
public final class TwilioDialer implements Dialer {
  private static final int TOO_MANY_REQUESTS = 429;

  /// "Call is not in-progress": it is over already.
  private static final int NOT_IN_PROGRESS = 21_220;

  /// Twilio says no time with its 429; its documentation asks for exponential pauses from there.
  private static final Duration THROTTLED_FOR = Duration.ofSeconds(1);

  private final TwilioSettings settings;
  private final TwilioRestClient client;

  public TwilioDialer(TwilioSettings settings) {
    this.settings = settings;
    this.client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
            .httpClient(new TwilioHttp(settings.api(), settings.patience()))
            .build();
  }

  @Override
  public ProviderResult<String> dial(
      PhoneNumber from, PhoneNumber to, URI instructions, URI reports) {
    return asked(
        () ->
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
        asked(
            () ->
                new CallUpdater(settings.accountSid(), carrierCall)
                    .setStatus(Call.UpdateStatus.COMPLETED)
                    .update(client)
                    .getSid());
    return result instanceof Failed(Failure.Permanent(var detail))
            && detail.equals(detail(NOT_IN_PROGRESS, 400))
        ? new Ok<>(carrierCall)
        : result;
  }

  private static ProviderResult<String> asked(Supplier<String> request) {
    try {
      return new Ok<>(request.get());
    } catch (ApiException e) {
      return new Failed<>(failure(e));
    } catch (TwilioHttp.NotSent e) {
      return new Failed<>(new Failure.Retryable("twilio could not be reached"));
    } catch (TwilioHttp.NoAnswer e) {
      return new Failed<>(new Failure.Unconfirmed("twilio gave no answer"));
    }
  }

  /// A 5xx may come from a gateway before or after the call was made.
  private static Failure failure(ApiException e) {
    var status = e.getStatusCode();
    if (status == null || status < 400 || status >= 500) {
      return new Failure.Unconfirmed("twilio answered " + status);
    }
    int code = e.getCode() == null ? 0 : e.getCode();
    return status == TOO_MANY_REQUESTS
        ? new Failure.Throttled(detail(code, status), THROTTLED_FOR)
        : new Failure.Permanent(detail(code, status));
  }

  private static String detail(int code, int status) {
    return "twilio " + status + " (" + code + ")";
  }

  private static com.twilio.type.PhoneNumber number(PhoneNumber number) {
    return new com.twilio.type.PhoneNumber(number.e164());
  }
}
