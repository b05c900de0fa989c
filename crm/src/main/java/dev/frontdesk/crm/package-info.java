/// Mapping, one-way and two-way merge, conflicts, lifecycle.
@NullMarked
package dev.frontdesk.crm;

import org.jspecify.annotations.NullMarked;
