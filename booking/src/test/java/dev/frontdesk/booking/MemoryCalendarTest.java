package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarProvider;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

class MemoryCalendarTest extends CalendarProviderContract {
  private final AtomicBoolean refused = new AtomicBoolean();
  private final MemoryCalendar calendar = new MemoryCalendar("primary", () -> refused.set(true));

  @Override
  protected CalendarProvider provider() {
    return calendar;
  }

  @Override
  protected Owner owner() {
    return calendar;
  }

  @Override
  protected String calendar() {
    return "primary";
  }

  @Override
  protected Instant now() {
    return Instant.parse("2026-06-12T13:00:00Z");
  }

  @Override
  protected boolean wasToldOfRefusal() {
    return refused.get();
  }
}
