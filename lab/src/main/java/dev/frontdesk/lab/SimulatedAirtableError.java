package dev.frontdesk.lab;

/// A request that Airtable refuses, in its own words.
final class SimulatedAirtableError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  SimulatedAirtableError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static SimulatedAirtableError invalid(String type, String message) {
    return new SimulatedAirtableError(422, type, message);
  }

  /// A bare word for 404, an object with type and message otherwise, a list when throttled.
  VendorAnswer answer() {
    var json = SimulatedAirtable.JSON.createObjectNode();
    if (status == 404) {
      json.put("error", type);
    } else if (status == 429) {
      json.putArray("errors").addObject().put("error", type).put("message", getMessage());
    } else {
      json.putObject("error").put("type", type).put("message", getMessage());
    }
    return VendorAnswer.json(status, json.toString());
  }
}
