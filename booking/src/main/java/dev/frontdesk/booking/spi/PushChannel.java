package dev.frontdesk.booking.spi;

import java.time.Instant;

/// The way by which a vendor says that a calendar changed.
///
/// @param id       ours, unguessable
/// @param resource the vendor's word for what is watched; needed to stop
public record PushChannel(String calendar, String id, String resource, Instant expiresAt) {}
