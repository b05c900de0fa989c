/// What a carrier's adapter implements: webhooks, media sockets, dialling.
@NullMarked
package dev.frontdesk.telephony.spi;

import org.jspecify.annotations.NullMarked;
