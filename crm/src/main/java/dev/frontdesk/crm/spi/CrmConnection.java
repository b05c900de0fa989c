package dev.frontdesk.crm.spi;

import dev.frontdesk.vocabulary.Secret;

/// The way to one organisation's customer records.
///
/// @param base the vendor's id of them
public record CrmConnection(String base, Secret token) {}
