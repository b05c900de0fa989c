-- Holds, bookings and the time they take. PostgreSQL has the last word on overlap: whatever keeps
-- others out stands in `allocations` under one exclusion constraint, holds and bookings alike.

create table customers (
  org_id       text        not null references organisations (org_id),
  customer_id  text        not null,
  name_sealed  bytea       not null,
  name_hash    bytea       not null,
  phone_sealed bytea,
  phone_hash   bytea,
  email_sealed bytea,
  email_hash   bytea,
  created_at   timestamptz not null,
  primary key (org_id, customer_id)
);
-- The same name with the same number and address is the same person; a name alone is nobody.
create unique index customers_by_details
  on customers (org_id, phone_hash, name_hash, email_hash) nulls not distinct
  where phone_hash is not null or email_hash is not null;
call fence('customers', 'select, insert, update, delete');

create table holds (
  org_id        text        not null,
  hold_id       text        not null,
  call_id       text        not null,
  status        text        not null,
  service_id    text        not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  blocked_from  timestamptz not null,
  blocked_until timestamptz not null,
  resources     text[]      not null,  -- sorted; shares_… in the same order
  shares_from   int[]       not null,
  shares_to     int[]       not null,
  taken_at      timestamptz not null,
  expires_at    timestamptz not null,
  primary key (org_id, hold_id)
);
create unique index holds_one_for_each_call on holds (org_id, call_id) where status = 'HELD';
create index holds_by_expiry on holds (org_id, expires_at) where status = 'HELD';
call fence('holds', 'select, insert, update, delete');

create table bookings (
  org_id        text        not null,
  booking_id    text        not null,
  call_id       text        not null,
  customer_id   text        not null,
  status        text        not null,
  service_id    text        not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  blocked_from  timestamptz not null,
  blocked_until timestamptz not null,
  resources     text[]      not null,
  shares_from   int[]       not null,
  shares_to     int[]       not null,
  time_zone     text        not null,
  series_id     text,
  booked_at     timestamptz not null,
  version       int         not null,
  primary key (org_id, booking_id),
  foreign key (org_id, customer_id) references customers (org_id, customer_id)
);
create index bookings_by_end on bookings (org_id, ends_at);
create index bookings_of_customer on bookings (org_id, customer_id, ends_at);
create index bookings_of_call on bookings (org_id, call_id, service_id, starts_at);
call fence('bookings', 'select, insert, update, delete');

-- The time that live holds and confirmed bookings take, buffers included, and nothing else: a row
-- goes when its owner stops keeping others out. `[)`: back to back is no overlap. A share is a
-- part of a resource, so that a group of four and a single appointment exclude each other rightly.
-- Ordinary columns beside the ranges, because range operators may not look through row-level
-- security into an index, while comparisons may.
create table allocations (
  org_id        text        not null,
  owner_id      text        not null,
  resource_id   text        not null,
  share_from    int         not null,
  share_to      int         not null,
  blocked_from  timestamptz not null,
  blocked_until timestamptz not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  service_id    text        not null,
  call_id       text        not null,
  expires_at    timestamptz,  -- of a hold; a booking has none
  primary key (org_id, owner_id, resource_id),
  constraint allocations_never_overlap exclude using gist (
    org_id with =,
    resource_id with =,
    int4range(share_from, share_to) with &&,
    tstzrange(blocked_from, blocked_until) with &&)
);
create index allocations_of_resource on allocations (org_id, resource_id, blocked_until);
create index allocations_of_service on allocations (org_id, service_id, starts_at);
create index allocations_by_expiry on allocations (org_id, resource_id, expires_at)
  where expires_at is not null;
call fence('allocations', 'select, insert, delete');

-- Who was booked when, for taking turns: rows are only added, so that writers never wait here.
create table assignments (
  org_id      text        not null,
  booking_id  text        not null,
  resource_id text        not null,
  booked_at   timestamptz not null,
  primary key (org_id, booking_id, resource_id)
);
create index assignments_of_resource on assignments (org_id, resource_id, booked_at);
call fence('assignments', 'select, insert, delete');

-- Each act on bookings has a key; the same key never acts twice.
create table booking_acts (
  org_id   text        not null,
  key      text        not null,
  subjects text[]      not null,
  acted_at timestamptz not null,
  primary key (org_id, key)
);
call fence('booking_acts', 'select, insert, delete');

create table waitlist (
  org_id      text        not null,
  waitlist_id text        not null,
  place       bigint      not null generated always as identity,  -- in the line
  call_id     text        not null,
  customer_id text        not null,
  service_id  text        not null,
  resource_id text,
  wish_from   timestamp   not null,  -- on the organisation's wall clock
  wish_to     timestamp   not null,
  part_from   time        not null,
  part_to     time        not null,
  joined_at   timestamptz not null,
  status      text        not null,
  hold_id     text,
  version     int         not null,
  primary key (org_id, waitlist_id),
  foreign key (org_id, customer_id) references customers (org_id, customer_id)
);
create index waitlist_open on waitlist (org_id, place)
  where status in ('WAITING', 'OFFERED');
create index waitlist_of_call on waitlist (org_id, call_id);
create index waitlist_of_customer on waitlist (org_id, customer_id);
call fence('waitlist', 'select, insert, update, delete');
