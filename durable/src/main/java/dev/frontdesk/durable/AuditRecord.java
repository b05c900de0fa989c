package dev.frontdesk.durable;

/// An entry in its place in the organisation's chain.
///
/// @param seq          counts from 1 without gaps
/// @param previousHash of the record before; `AuditChain.START` for the first
/// @param hash         of all of this, `previousHash` included
public record AuditRecord(long seq, AuditEntry entry, String previousHash, String hash) {}
