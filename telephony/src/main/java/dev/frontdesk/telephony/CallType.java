package dev.frontdesk.telephony;

/// How a call came about. `wire()` is Vapi's word for it.
public enum CallType {
  INBOUND_PHONE_CALL("inboundPhoneCall"),
  OUTBOUND_PHONE_CALL("outboundPhoneCall"),
  WEBSOCKET_CALL("vapi.websocketCall");

  private final String wire;

  CallType(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
