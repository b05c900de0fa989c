package dev.frontdesk.booking;

import java.util.List;

/// A hold to be written.
public record NewHold(Hold hold, List<Quota> quotas, BookingEvent event) {
  public NewHold {
    quotas = List.copyOf(quotas);
  }
}
