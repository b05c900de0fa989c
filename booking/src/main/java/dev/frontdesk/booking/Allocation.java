package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;

/// One resource's part in a hold or booking.
public record Allocation(ResourceId resource, Share share) {}
