package dev.frontdesk.voice;

/// Where the time between the caller's last sound and our first sound went, in milliseconds.
///
/// @param endpointingMs caller's last speech sample until their turn was taken as over
/// @param languageMs    from there to the agent's first words
/// @param speechMs      from there to the first audio from text to speech
/// @param overheadMs    what remains up to the first frame handed to the carrier: our own work
public record TurnTimings(
    double endpointingMs, double languageMs, double speechMs, double overheadMs) {

  /// What the caller waited, as far as we can see it.
  public double totalMs() {
    return endpointingMs + languageMs + speechMs + overheadMs;
  }
}
