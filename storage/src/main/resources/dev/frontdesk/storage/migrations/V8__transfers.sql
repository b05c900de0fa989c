-- Who was put through to whom: one row for each attempt, written before anything rings, so that any
-- node can tell the carrier.

create table transfers (
  org_id    text        not null,
  call_id   text        not null,
  attempt   int         not null,
  to_sealed bytea       not null,
  to_hash   bytea       not null,
  status    text        not null check (
    status in ('asked', 'ringing', 'talking', 'talked', 'not-reached', 'given-up')),
  asked_at  timestamptz not null,
  moved_at  timestamptz not null,
  primary key (org_id, call_id, attempt),
  foreign key (org_id, call_id) references calls (org_id, call_id) deferrable initially deferred
);
create index transfers_to on transfers (org_id, to_hash);
call fence('transfers', 'select, insert, update');
