-- What every other table stands on: organisations, who may come in by which door, calls, and the
-- two logs that changes append to.
--
-- Rules that tests check for each table, also those yet to come:
--   * org_id leads every key and every index;
--   * row-level security is on, and only rows of the organisation in app.org are seen (`fence`);
--   * no default and no statement asks the database for the time.
-- What is personal is kept as ciphertext (…_sealed) and found by a keyed hash (…_hash).

create extension if not exists btree_gist;

-- Walls one organisation off from another, whatever a statement forgets to say.
create procedure fence(fenced regclass, rights text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', fenced);
  execute format(
    'create policy own_organisation on %s to frontdesk_app'
    ' using (org_id = current_setting(''app.org'', true))'
    ' with check (org_id = current_setting(''app.org'', true))', fenced);
  execute format('grant %s on %s to frontdesk_app', rights, fenced);
end $$;
revoke execute on procedure fence from public;

create table organisations (
  org_id            text        not null primary key,
  name              text        not null,
  time_zone         text        not null,
  agent_version     text        not null,
  catalogue_version int         not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null
);
call fence('organisations', 'select, insert, update');

-- What an organisation offers, whole: one document for each version that ever was.
create table catalogues (
  org_id   text        not null references organisations (org_id) deferrable initially deferred,
  version  int         not null,
  document jsonb       not null,
  saved_at timestamptz not null,
  primary key (org_id, version)
);
call fence('catalogues', 'select, insert');

-- Where one asks before the organisation is known: which one has this number, this API key, this
-- name? The only table not led by org_id. The server's role reads it through `org_behind` alone.
create table front_doors (
  kind   text not null check (kind in ('number', 'key', 'name')),
  key    text not null,
  org_id text not null references organisations (org_id),
  primary key (kind, key)
);
create index front_doors_of_org on front_doors (org_id, kind);
call fence('front_doors', 'select, insert, delete');

create function org_behind(door_kind text, door_key text) returns text
  language sql stable security definer set search_path = pg_catalog, public
  return (select d.org_id from front_doors d where d.kind = door_kind and d.key = door_key);
revoke execute on function org_behind from public;
grant execute on function org_behind to frontdesk_app;

create table api_keys (
  org_id     text        not null references organisations (org_id),
  key_id     text        not null,
  key_hash   text        not null,  -- SHA-256, hex; the key itself is shown once and never kept
  scope      text        not null check (scope in ('private', 'public')),
  label      text        not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (org_id, key_id)
);
create unique index api_keys_by_hash on api_keys (org_id, key_hash);
call fence('api_keys', 'select, insert, update');

create table calls (
  org_id          text        not null references organisations (org_id),
  call_id         text        not null,
  type            text        not null,
  status          text        not null,
  customer_sealed bytea,
  customer_hash   bytea,
  number          text,
  agent_version   text        not null,
  trace_id        text        not null,
  created_at      timestamptz not null,
  started_at      timestamptz,
  ended_at        timestamptz,
  ended_reason    text,
  primary key (org_id, call_id),
  check ((ended_at is null) = (ended_reason is null)),
  check ((customer_sealed is null) = (customer_hash is null))
);
create index calls_latest on calls (org_id, created_at);
create index calls_unfinished on calls (org_id, created_at) where ended_at is null;
create index calls_of_customer on calls (org_id, customer_hash) where customer_hash is not null;
call fence('calls', 'select, insert, update');

create table legs (
  org_id         text        not null,
  leg_id         text        not null,
  call_id        text        not null,
  direction      text        not null,
  status         text        not null,
  carrier        text        not null,
  carrier_call   text,
  encoding       text        not null,
  sample_rate_hz int         not null,
  created_at     timestamptz not null,
  moved_at       timestamptz not null,
  primary key (org_id, leg_id),
  -- Checked at the commit, so that the leg can go first: its unique index tells who came first.
  foreign key (org_id, call_id) references calls (org_id, call_id) deferrable initially deferred
);
create unique index legs_by_carrier_call on legs (org_id, carrier, carrier_call);
create index legs_of_call on legs (org_id, call_id, created_at);
call fence('legs', 'select, insert, update');

-- The newest state of each conversation, so that it goes on when a socket or a process dies.
create table conversations (
  org_id            text        not null,
  call_id           text        not null,
  checkpoint_sealed bytea       not null,
  saved_at          timestamptz not null,
  primary key (org_id, call_id)
);
call fence('conversations', 'select, insert, update, delete');

create table transcript_lines (
  org_id      text        not null,
  call_id     text        not null,
  line_no     bigint      not null generated always as identity,
  speaker     text        not null,
  text_sealed bytea       not null,
  spoken_at   timestamptz not null,
  primary key (org_id, call_id, line_no)
);
call fence('transcript_lines', 'select, insert, delete');

create table turns (
  org_id         text not null,
  call_id        text not null,
  turn           int  not null,
  endpointing_ms int  not null,
  language_ms    int  not null,
  speech_ms      int  not null,
  overhead_ms    int  not null,
  primary key (org_id, call_id, turn)
);
call fence('turns', 'select, insert, delete');

-- The wording is ours and holds nothing personal.
create table recording_consents (
  org_id       text        not null,
  call_id      text        not null,
  consented_at timestamptz not null,
  method       text        not null,
  wording      text        not null,
  wording_hash text        not null,
  primary key (org_id, call_id, consented_at)
);
call fence('recording_consents', 'select, insert');

create table call_backs (
  org_id        text        not null,
  call_back_id  text        not null,
  call_id       text        not null,
  phone_sealed  bytea,
  phone_hash    bytea,
  state         text        not null check (state in ('open', 'done')),
  requested_at  timestamptz not null,
  done_at       timestamptz,
  primary key (org_id, call_back_id)
);
create index call_backs_open on call_backs (org_id, requested_at) where state = 'open';
create index call_backs_of_phone on call_backs (org_id, phone_hash) where phone_hash is not null;
call fence('call_backs', 'select, insert, update');

-- No cursor: commits do not come in the order of ids, so who reads "after the last one" skips rows.
-- Workers take rows in state waiting with FOR UPDATE SKIP LOCKED, the oldest of each key first.
create table outbox (
  org_id     text        not null,
  entry_id   text        not null,
  kind       text        not null,
  key        text        not null,
  payload    jsonb       not null,
  trace_id   text        not null,
  state      text        not null check (state in ('waiting', 'done', 'dead')),
  created_at timestamptz not null,
  due_at     timestamptz not null,
  primary key (org_id, entry_id)
);
create index outbox_waiting on outbox (org_id, key, entry_id) where state = 'waiting';
call fence('outbox', 'select, insert, update, delete');

create table audit (
  org_id        text        not null,
  seq           bigint      not null,
  actor         text        not null,
  action        text        not null,
  object        text        not null,
  changes_hash  text        not null,
  at            timestamptz not null,
  previous_hash text        not null,
  hash          text        not null,
  primary key (org_id, seq)
);
call fence('audit', 'select, insert');

create table chain_heads (
  org_id text   not null primary key references organisations (org_id),
  seq    bigint not null,
  hash   text   not null
);
call fence('chain_heads', 'select, insert, update');

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of %: the log is only ever appended to', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger only_appended_to before update or delete or truncate on audit
  for each statement execute function refuse();
create trigger never_dropped before delete or truncate on chain_heads
  for each statement execute function refuse();
create trigger one_step_at_a_time before update on chain_heads
  for each row when (new.org_id <> old.org_id or new.seq <> old.seq + 1)
  execute function refuse();
