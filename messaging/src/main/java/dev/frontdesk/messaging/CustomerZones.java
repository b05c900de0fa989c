package dev.frontdesk.messaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// On which clocks a customer may live, as far as their number tells.
public final class CustomerZones {
  /// A number that could be anywhere in a continent tells nothing.
  private static final int MOST = 4;

  private CustomerZones() {}

  /// Never empty: the zones of the number's area, else the organisation's. A mobile number moves
  /// with its owner, so who wants to be sure takes care on all of these clocks at once.
  public static List<ZoneId> of(Optional<PhoneNumber> phone, ZoneId organisation) {
    var zones = phone.map(CustomerZones::ofNumber).orElse(List.of());
    return zones.isEmpty() || zones.size() > MOST ? List.of(organisation) : zones;
  }

  private static List<ZoneId> ofNumber(PhoneNumber phone) {
    try {
      var number = PhoneNumberUtil.getInstance().parse(phone.e164(), null);
      return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
          .filter(id -> !id.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
          .map(ZoneId::of)
          .toList();
    } catch (NumberParseException | DateTimeException e) {
      return List.of();
    }
  }
}
