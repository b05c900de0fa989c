package dev.frontdesk.telephony.spi;

import dev.frontdesk.telephony.CallInstruction;
import dev.frontdesk.telephony.CarrierReport;
import dev.frontdesk.telephony.DialResult;
import dev.frontdesk.telephony.InboundCall;

/// A carrier's webhooks: who sent them, what they say, and how it wants to be answered. Pure.
public interface Carrier {

  /// `twilio`: part of paths and rows, never changed.
  String name();

  /// Whether the carrier itself sent this, by its signature over the configured public address.
  /// Asked before anything else is read from the request.
  boolean signed(WebhookRequest request);

  InboundCall inbound(WebhookRequest request) throws MalformedRequest;

  CarrierReport report(WebhookRequest request) throws MalformedRequest;

  /// What became of the person who was rung by a `DialPerson`.
  DialResult dialled(WebhookRequest request) throws MalformedRequest;

  Rendered render(CallInstruction instruction);

  record Rendered(String contentType, String body) {}
}
