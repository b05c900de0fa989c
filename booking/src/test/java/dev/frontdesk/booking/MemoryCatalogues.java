package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Catalogues in memory.
public final class MemoryCatalogues implements CatalogueStore {
  private final Map<OrgId, Catalogue> catalogues = new ConcurrentHashMap<>();

  @Override
  public Optional<Catalogue> find(OrgId org) {
    return Optional.ofNullable(catalogues.get(org));
  }

  @Override
  public void save(Catalogue catalogue) {
    catalogues.put(catalogue.organisation().id(), catalogue);
  }
}
