package dev.frontdesk.storage;

import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.storage.PersonalDataCodec.Cell;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Customers as rows: sealed, and found by hashes. The same name (without regard to case), number
/// and address are one row; who gave neither number nor address is a new one each time, since a
/// name alone says nobody.
final class CustomerRows {
  private final PersonalDataCodec codec;

  CustomerRows(PersonalDataCodec codec) {
    this.codec = codec;
  }

  /// Finds the customer or adds them, and answers their id.
  String resolve(Handle handle, OrgId org, CustomerDetails customer, Instant now) {
    return insert(handle, org, customer, now).orElseGet(() -> find(handle, org, customer));
  }

  byte[] phoneHash(OrgId org, PhoneNumber phone) {
    return codec.hash(org, "phone", phone.e164());
  }

  /// From a row with the customers' columns in it.
  CustomerDetails customer(OrgId org, ResultSet row) throws SQLException {
    var id = row.getString("customer_id");
    return new CustomerDetails(
        new PersonName(codec.open(cell(org, "name", id), row.getBytes("name_sealed"))),
        open(org, id, "phone", row).map(PhoneNumber::new),
        open(org, id, "email", row).map(EmailAddress::new));
  }

  /// Names the customer's row in `insert`: :customerId is the new one's if there is none yet.
  static final String RESOLVE =
      """
      added as (
        insert into customers
          (org_id, customer_id, name_sealed, name_hash, phone_sealed, phone_hash,
           email_sealed, email_hash, created_at)
        values (:org, :customerId, :name, :nameHash, :phone, :phoneHash, :email, :emailHash,
           :booked)
        on conflict (org_id, phone_hash, name_hash, email_hash)
          where phone_hash is not null or email_hash is not null do nothing
        returning customer_id),
      customer as (
        select coalesce(
          (select customer_id from added),
          (select customer_id from customers
            where org_id = :org and name_hash = :nameHash
              and (phone_hash = :phoneHash or phone_hash is null and :phoneHash::bytea is null)
              and (email_hash = :emailHash or email_hash is null and :emailHash::bytea is null)
            limit 1)) as id)""";

  /// Binds what `RESOLVE` takes but :org and :booked.
  Update bind(Update insert, OrgId org, CustomerDetails customer, Instant now) {
    var id = Ids.newUuid(now);
    return insert
        .bind("customerId", id)
        .bind("name", codec.seal(cell(org, "name", id), customer.name().value()))
        .bind("nameHash", nameHash(org, customer))
        .bind("phone", seal(org, id, "phone", customer.phone().map(PhoneNumber::e164)))
        .bind("phoneHash", phoneHash(org, customer))
        .bind("email", seal(org, id, "email", customer.email().map(EmailAddress::value)))
        .bind("emailHash", emailHash(org, customer));
  }

  private Optional<String> insert(
      Handle handle, OrgId org, CustomerDetails customer, Instant now) {
    var id = Ids.newUuid(now);
    return handle.createQuery("""
            insert into customers
              (org_id, customer_id, name_sealed, name_hash, phone_sealed, phone_hash,
               email_sealed, email_hash, created_at)
            values (:org, :id, :name, :nameHash, :phone, :phoneHash, :email, :emailHash, :now)
            on conflict (org_id, phone_hash, name_hash, email_hash)
              where phone_hash is not null or email_hash is not null do nothing
            returning customer_id""")
        .bind("org", org.value())
        .bind("id", id)
        .bind("name", codec.seal(cell(org, "name", id), customer.name().value()))
        .bind("nameHash", nameHash(org, customer))
        .bind("phone", seal(org, id, "phone", customer.phone().map(PhoneNumber::e164)))
        .bind("phoneHash", phoneHash(org, customer))
        .bind("email", seal(org, id, "email", customer.email().map(EmailAddress::value)))
        .bind("emailHash", emailHash(org, customer))
        .bind("now", now)
        .mapTo(String.class)
        .findOne();
  }

  private String find(Handle handle, OrgId org, CustomerDetails customer) {
    return handle.createQuery("""
            select customer_id from customers
             where org_id = :org and name_hash = :nameHash
               and (phone_hash = :phoneHash or phone_hash is null and :phoneHash::bytea is null)
               and (email_hash = :emailHash or email_hash is null and :emailHash::bytea is null)""")
        .bind("org", org.value())
        .bind("nameHash", nameHash(org, customer))
        .bind("phoneHash", phoneHash(org, customer))
        .bind("emailHash", emailHash(org, customer))
        .mapTo(String.class)
        .one();
  }

  private byte[] nameHash(OrgId org, CustomerDetails customer) {
    return codec.hash(org, "name", customer.name().value().toLowerCase(Locale.ROOT));
  }

  private byte @Nullable [] phoneHash(OrgId org, CustomerDetails customer) {
    return customer.phone().map(phone -> phoneHash(org, phone)).orElse(null);
  }

  private byte @Nullable [] emailHash(OrgId org, CustomerDetails customer) {
    return customer
        .email()
        .map(email -> codec.hash(org, "email", email.value().toLowerCase(Locale.ROOT)))
        .orElse(null);
  }

  private byte @Nullable [] seal(OrgId org, String id, String column, Optional<String> text) {
    return text.map(value -> codec.seal(cell(org, column, id), value)).orElse(null);
  }

  private Optional<String> open(OrgId org, String id, String column, ResultSet row)
      throws SQLException {
    byte @Nullable [] sealed = row.getBytes(column + "_sealed");
    return Optional.ofNullable(sealed).map(bytes -> codec.open(cell(org, column, id), bytes));
  }

  private static Cell cell(OrgId org, String column, String id) {
    return new Cell(org, "customers", column, id);
  }
}
