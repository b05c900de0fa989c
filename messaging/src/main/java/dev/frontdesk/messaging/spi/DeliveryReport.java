package dev.frontdesk.messaging.spi;

import dev.frontdesk.messaging.MessageEvent;
import dev.frontdesk.messaging.Price;
import dev.frontdesk.messaging.Refusal;
import java.time.Instant;
import java.util.Optional;

/// How a message fares, as its carrier tells.
///
/// @param refusal  why it was lost, when it was
/// @param detail   the carrier's code, for operators; blank when there is none
/// @param segments 0 while the carrier does not say
public record DeliveryReport(
    String providerId,
    MessageEvent event,
    Optional<Refusal> refusal,
    String detail,
    int segments,
    Optional<Price> cost,
    Optional<Instant> createdAt) {}
