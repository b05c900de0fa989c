package dev.frontdesk.voice;

/// What is known of the caller's turn so far. Times are milliseconds since the conversation
/// opened, negative where there was none.
///
/// @param finals      words that will not change
/// @param interim     best guess at the words after them
/// @param sounding    voice activity says there is sound now
/// @param soundMs     the last sound of this turn
/// @param segmentMs   where the current or last unbroken stretch of sound began
/// @param wordsMs     when words last came
/// @param finalMs     when words last became final
/// @param hunch       what the recogniser's own turn model thinks
/// @param overAgent   the current stretch of sound began while the agent was audible
/// @param bargedIn    this turn began by taking the floor from the agent
/// @param consumed    words the agent was already given that the recogniser may yet repeat
/// @param consumedMs  when it was given them
/// @param givesInterims this recogniser tells words while they are being said
record Caller(
    String finals,
    String interim,
    boolean sounding,
    long soundMs,
    long segmentMs,
    long wordsMs,
    long finalMs,
    Hunch hunch,
    boolean overAgent,
    boolean bargedIn,
    String consumed,
    long consumedMs,
    boolean givesInterims) {

  enum Hunch {
    NONE,
    MAYBE_DONE,
    DONE
  }

  private static final long REPEATS_FOR_MS = 2_500;

  static final Caller SILENT =
      new Caller("", "", false, -1, -1, -1, -1, Hunch.NONE, false, false, "", -1, false);

  String text() {
    return join(finals, interim);
  }

  boolean wordless() {
    return finals.isEmpty() && interim.isEmpty();
  }

  /// Whether the recogniser has answered for all sound so far.
  boolean settled() {
    return interim.isEmpty() && finalMs >= soundMs && finalMs >= 0;
  }

  Caller soundBegan(long sinceMs, boolean overAgent) {
    return new Caller(
        finals, interim, true, sinceMs, sinceMs, wordsMs, finalMs, Hunch.NONE, overAgent, bargedIn,
        stale(sinceMs) ? "" : consumed, consumedMs, givesInterims);
  }

  Caller soundEnded(long lastMs) {
    return new Caller(
        finals, interim, false, lastMs, segmentMs, wordsMs, finalMs, hunch, overAgent, bargedIn,
        consumed, consumedMs, givesInterims);
  }

  Caller interim(String text, long atMs, boolean maybeDone) {
    var fresh = unconsumed(text);
    return new Caller(
        finals, fresh, sounding, soundMs, segmentMs, fresh.isEmpty() ? wordsMs : atMs, finalMs,
        maybeDone ? Hunch.MAYBE_DONE : Hunch.NONE, overAgent, bargedIn, consumed,
        consumedMs, true);
  }

  /// @param whole the text is the whole turn, not what follows the finals before
  Caller settle(String text, long atMs, boolean done, boolean whole) {
    var fresh = unconsumed(text);
    return new Caller(
        whole ? fresh : join(finals, fresh), "", sounding, soundMs, segmentMs,
        fresh.isEmpty() ? wordsMs : atMs, atMs,
        done ? Hunch.DONE : Hunch.NONE, overAgent, bargedIn, "", -1, givesInterims);
  }

  Caller goesOn() {
    return new Caller(
        finals, interim, sounding, soundMs, segmentMs, wordsMs, finalMs, Hunch.NONE, overAgent,
        bargedIn, consumed, consumedMs, givesInterims);
  }

  Caller tookFloor() {
    return new Caller(
        finals, interim, sounding, soundMs, segmentMs, wordsMs, finalMs, hunch, false, true,
        consumed, consumedMs, givesInterims);
  }

  /// The words so far are dealt with; sound may go on.
  Caller dealtWith(long atMs) {
    return new Caller(
        "", "", sounding, sounding ? soundMs : -1, sounding ? segmentMs : -1, -1, -1, Hunch.NONE,
        sounding && overAgent, false, settled() ? "" : pending(), atMs,
        givesInterims);
  }

  /// Recognisers repeat nothing once this much time has passed.
  private boolean stale(long nowMs) {
    return nowMs - consumedMs > REPEATS_FOR_MS;
  }

  private String pending() {
    return interim.isEmpty() ? consumed : join(consumed, interim);
  }

  private String unconsumed(String text) {
    return Wording.without(consumed, text.strip());
  }

  private static String join(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before + after;
    }
    return before + " " + after;
  }

  @Override
  public String toString() {
    return "Caller[sounding=" + sounding + ", wordless=" + wordless() + "]"; // not what was said
  }
}
