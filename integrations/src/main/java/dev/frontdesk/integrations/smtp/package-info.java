/// Mail through any SMTP server, with appointments for calendars.
@NullMarked
package dev.frontdesk.integrations.smtp;

import org.jspecify.annotations.NullMarked;
