package dev.frontdesk.crm;

import java.time.Instant;
import java.util.Optional;

/// What became of telling one target of one event.
///
/// @param attempts    how often it was sent
/// @param lastAnswer  what came back last, for operators; empty before the first attempt
/// @param deliveredAt when it was first accepted
public record WebhookDelivery(
    WebhookEvent event,
    String target,
    int attempts,
    Optional<String> lastAnswer,
    Optional<Instant> lastAt,
    Optional<Instant> deliveredAt) {}
