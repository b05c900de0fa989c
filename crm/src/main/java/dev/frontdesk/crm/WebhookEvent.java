package dev.frontdesk.crm;

import java.time.Instant;

/// Something that happened, as it is told to others: names things by id and says where to fetch
/// them, so that nothing personal leaves by this way.
///
/// @param id   the same however often it is sent: who receives it twice may drop the second
/// @param kind as `booking.booking-made`
/// @param body JSON, the same however often it is sent
public record WebhookEvent(String id, String kind, Instant at, String body) {}
