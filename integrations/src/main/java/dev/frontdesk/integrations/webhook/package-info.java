/// Signed requests that tell others of events.
@NullMarked
package dev.frontdesk.integrations.webhook;

import org.jspecify.annotations.NullMarked;
