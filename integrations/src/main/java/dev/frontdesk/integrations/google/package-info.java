/// Google Calendar, through Google's own client.
@NullMarked
package dev.frontdesk.integrations.google;

import org.jspecify.annotations.NullMarked;
