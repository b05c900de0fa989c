/// WebSockets to vendors, on the event loops of the calls they serve: connecting, time-outs,
/// stalled peers, and what each way of failing means.
@NullMarked
package dev.frontdesk.integrations.wire;

import org.jspecify.annotations.NullMarked;
