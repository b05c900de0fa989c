/// Settable clock and virtual time for tests.
@NullMarked
package dev.frontdesk.testkit;

import org.jspecify.annotations.NullMarked;
