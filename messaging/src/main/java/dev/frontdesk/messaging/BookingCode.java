package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;

/// Six letters and digits that stand for a booking in a text: short enough to say on the phone, and
/// what makes two texts of two bookings differ. Not a secret, and no key.
public record BookingCode(String value) {
  /// Without the letters that are mistaken for digits or for one another.
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;

  public static BookingCode of(BookingId booking) {
    var digest = Digests.sha256(booking.value());
    long number = 0;
    for (int i = 0; i < Long.BYTES - 1; i++) {
      number = number << 8 | digest[i] & 0xff;
    }
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt((int) (number % LETTERS.length())));
      number /= LETTERS.length();
    }
    return new BookingCode(code.toString());
  }
}
