-- Customer records kept at a vendor: what is to be written there, what was, and on what the two
-- sides differ. And who is told of events by webhook.

create table crm_bases (
  org_id            text        not null primary key references organisations (org_id),
  base              text        not null,
  layout            jsonb,                 -- the vendor's ids of tables and fields, once all fit
  blocked           text,                  -- what a person must mend
  holder            text,                  -- who works on it
  held_until        timestamptz,
  next_request_at   timestamptz not null,  -- the vendor's pace, kept by all nodes together
  paused_until      timestamptz,           -- the vendor asked to be left alone
  hook_id           text,
  hook_secret_sealed bytea,
  hook_expires_at   timestamptz,
  hook_cursor       bigint,
  polled_at         timestamptz,
  check ((holder is null) = (held_until is null))
);
call fence('crm_bases', 'select, insert, update, delete');

-- One row there for each person: known again by the keyed hash of their number or address.
create table crm_contacts (
  org_id        text        not null references organisations (org_id),
  identity_hash bytea       not null,
  contact_id    text        not null,
  created_at    timestamptz not null,
  primary key (org_id, identity_hash)
);
call fence('crm_contacts', 'select, insert, delete');

create table crm_waiting (
  org_id     text        not null references organisations (org_id),
  subject    text        not null,
  mark       bigint      not null,  -- rises with each marking: what was marked meanwhile stays
  happening  text,
  booking_id text,
  happened_at timestamptz,
  changed_at timestamptz not null,
  marked_at  bigint      not null generated always as identity,
  set_aside  text,                  -- why it cannot be written until a person acts
  primary key (org_id, subject)
);
create index crm_waiting_next on crm_waiting (org_id, marked_at) where set_aside is null;
call fence('crm_waiting', 'select, insert, update, delete');

-- Rows there as we last saw them: what both sides were, and what was sent since.
create table crm_rows (
  org_id        text        not null references organisations (org_id),
  crm_table     text        not null,
  row_key       text        not null,
  record_id     text,
  booking_id    text,
  cells_sealed  bytea       not null,
  written_at    timestamptz,
  seen_at       timestamptz,
  primary key (org_id, crm_table, row_key)
);
create index crm_rows_by_record on crm_rows (org_id, crm_table, record_id)
  where record_id is not null;
create index crm_rows_of_booking on crm_rows (org_id, booking_id) where booking_id is not null;
call fence('crm_rows', 'select, insert, update, delete');

create table crm_conflicts (
  org_id        text        not null references organisations (org_id),
  conflict_id   text        not null,  -- one for each field of each booking: the newest
  booking_id    text        not null,
  field         text        not null,
  ours_sealed   bytea       not null,
  theirs_sealed bytea       not null,
  version       int         not null,
  why           text        not null,
  raised_at     timestamptz not null,
  choice        text,
  settled_by    text,
  settled_at    timestamptz,
  primary key (org_id, conflict_id),
  check ((choice is null) = (settled_at is null) and (choice is null) = (settled_by is null))
);
create index crm_conflicts_open on crm_conflicts (org_id, raised_at) where choice is null;
create index crm_conflicts_of_booking on crm_conflicts (org_id, booking_id) where choice is null;
call fence('crm_conflicts', 'select, insert, update, delete');

create table webhook_deliveries (
  org_id       text        not null references organisations (org_id),
  target       text        not null,
  event_id     text        not null,
  kind         text        not null,
  body         text        not null,  -- names things by id, holds nothing personal
  happened_at  timestamptz not null,
  attempts     int         not null,
  last_answer  text,
  last_at      timestamptz,
  delivered_at timestamptz,
  primary key (org_id, target, event_id)
);
create index webhook_deliveries_latest on webhook_deliveries (org_id, happened_at);
create index webhook_deliveries_open on webhook_deliveries (org_id, happened_at)
  where delivered_at is null;
call fence('webhook_deliveries', 'select, insert, update, delete');
