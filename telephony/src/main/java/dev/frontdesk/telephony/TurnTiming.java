package dev.frontdesk.telephony;

/// Where the time went between the caller's last sample and the agent's first.
///
/// @param turn counts from 1 within the call
public record TurnTiming(
    int turn, int endpointingMs, int languageMs, int speechMs, int overheadMs) {}
