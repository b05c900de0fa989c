package dev.frontdesk.dialog;

/// A meaning and where it was said: words `[from, to)`.
///
/// @param denied said in order to be ruled out: `not Tuesday`, `Tuesday won't work`
record Mention(Meaning meaning, int from, int to, boolean denied) {

  Mention denying() {
    return new Mention(meaning, from, to, true);
  }
}
