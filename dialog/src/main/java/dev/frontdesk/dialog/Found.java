package dev.frontdesk.dialog;

/// Something read from a caller's words.
///
/// @param end the position after its last word
record Found<T>(T what, int end) {}
