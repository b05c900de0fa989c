/// What adapters of this room implement.
@NullMarked
package dev.frontdesk.reporting.spi;

import org.jspecify.annotations.NullMarked;
