/// Outbox, audit chain and what may be done again: knows no business word.
@NullMarked
package dev.frontdesk.durable;

import org.jspecify.annotations.NullMarked;
