/// End-of-call reports, analysis, lead scores, follow-up rules; built from events.
@NullMarked
package dev.frontdesk.reporting;

import org.jspecify.annotations.NullMarked;
