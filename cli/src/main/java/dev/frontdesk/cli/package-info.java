/// The command line.
@NullMarked
package dev.frontdesk.cli;

import org.jspecify.annotations.NullMarked;
