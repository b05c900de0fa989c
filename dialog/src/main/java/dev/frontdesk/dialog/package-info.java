/// What the agent says and may do.
@NullMarked
package dev.frontdesk.dialog;

import org.jspecify.annotations.NullMarked;
