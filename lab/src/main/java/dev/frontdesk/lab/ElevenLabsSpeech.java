package dev.frontdesk.lab;

/// A text, spoken: its audio, and when each of its characters sounds, in milliseconds.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ElevenLabsSpeech(byte[] audio, int[] startMs, int[] endMs) {}
