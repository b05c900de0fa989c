package dev.frontdesk.dialog;

/// What words are heard in.
///
/// @param asked      the question they answer
/// @param offersOpen whether slots or appointments were named to choose from
/// @param offered    how many
record Setting(
    DayContext days, Question asked, boolean offersOpen, int offered, Lexicon lexicon) {}
