package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Where catalogues are kept. Asked on every act, so keep the answer at hand.
public interface CatalogueStore {
  Optional<Catalogue> find(OrgId org);

  /// Replaces the organisation's catalogue. Bookings stand, whatever the new one says.
  void save(Catalogue catalogue);
}
