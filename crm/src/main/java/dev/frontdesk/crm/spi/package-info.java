/// What adapters of this room implement.
@NullMarked
package dev.frontdesk.crm.spi;

import org.jspecify.annotations.NullMarked;
