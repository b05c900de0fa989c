/// What adapters of this room implement.
@NullMarked
package dev.frontdesk.messaging.spi;

import org.jspecify.annotations.NullMarked;
