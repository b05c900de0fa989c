package dev.frontdesk.storage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.ResourcePool;
import tools.jackson.databind.json.JsonMapper;

/// A catalogue as the document that is kept. Field names are those of booking's records: renaming
/// one there needs a migration of the documents, which `CatalogueJsonTest` will say.
final class CatalogueJson {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addMixIn(ResourcePool.class, PoolByName.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "pool")
  @JsonSubTypes({
    @Type(value = ResourcePool.OneOf.class, name = "oneOf"),
    @Type(value = ResourcePool.Skilled.class, name = "skilled"),
    @Type(value = ResourcePool.AnyResource.class, name = "any")
  })
  @JsonIgnoreProperties(ignoreUnknown = true)
  private interface PoolByName {}

  String write(Catalogue catalogue) {
    return mapper.writeValueAsString(catalogue);
  }

  Catalogue read(String document) {
    return mapper.readValue(document, Catalogue.class);
  }
}
