/// Services, resources, schedules, availability, slots, holds, bookings: pure rules.
@NullMarked
package dev.frontdesk.booking;

import org.jspecify.annotations.NullMarked;
