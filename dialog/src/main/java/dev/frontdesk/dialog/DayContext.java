package dev.frontdesk.dialog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What relative days are relative to.
///
/// @param today      at the business
/// @param discussed  the day last spoken of in this call
/// @param monthFirst whether `6/7` is June 7th
record DayContext(LocalDate today, @Nullable LocalDate discussed, boolean monthFirst) {

  LocalDate discussedOrToday() {
    return discussed == null ? today : discussed;
  }
}
