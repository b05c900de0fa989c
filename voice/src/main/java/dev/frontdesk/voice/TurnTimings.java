package dev.frontdesk.voice;

/// Where the time between the caller's last sound and our first sound went, in milliseconds.
///
/// @param endpointingMs caller's last speech sample until their turn was taken as over
/// @param languageMs    from there to the agent's first words
/// @param speechMs      from there to the first audio from text to speech
/// @param overheadMs    what remains up to the first frame handed to the carrier: our own work
/// @param aheadMs       what the agent had thought before the turn was taken as over: not in the
///     sum, for nobody waited for it
public record TurnTimings(
    double endpointingMs,
    double languageMs,
    double speechMs,
    double overheadMs,
    double aheadMs) {

  /// What the caller waited, as far as we can see it.
  public double totalMs() {
    return endpointingMs + languageMs + speechMs + overheadMs;
  }
}
