/// Vapi's WebSocket call: raw audio both ways, and its client messages beside it.
@NullMarked
package dev.frontdesk.integrations.vapi;

import org.jspecify.annotations.NullMarked;
