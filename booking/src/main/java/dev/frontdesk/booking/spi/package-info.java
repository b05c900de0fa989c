/// What the world outside must offer to booking: the business's own calendar.
@NullMarked
package dev.frontdesk.booking.spi;

import org.jspecify.annotations.NullMarked;
