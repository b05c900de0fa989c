-- What is made of calls once they are over, and how long it is kept.

-- What agents did in calls, by ids: evidence for reports.
create table call_acts (
  org_id  text        not null,
  call_id text        not null,
  act_no  bigint      not null generated always as identity,
  kind    text        not null,
  subject text,
  at      timestamptz not null,
  primary key (org_id, call_id, act_no)
);
call fence('call_acts', 'select, insert, delete');

-- Every version stays. What is said of the caller is in the sealed document; what stands beside it
-- is for finding and counting.
create table reports (
  org_id          text        not null,
  call_id         text        not null,
  version         int         not null,
  key             text        not null,  -- the same key never makes two versions
  schema_version  int         not null,
  cause           text        not null,
  analyst         text        not null,
  disposition     text        not null,
  intent          text        not null,
  sentiment       text        not null,
  document_sealed bytea       not null,
  made_at         timestamptz not null,
  primary key (org_id, call_id, version)
);
create unique index reports_by_key on reports (org_id, call_id, key);
create index reports_latest on reports (org_id, made_at);
call fence('reports', 'select, insert, delete');

-- Who produced which part of which version, and how sure they were. Kept when reports go.
create table report_provenance (
  org_id      text             not null,
  call_id     text             not null,
  version     int              not null,
  part        text             not null,
  produced_by text             not null,
  confidence  double precision not null,
  produced_at timestamptz      not null,
  primary key (org_id, call_id, version, part)
);
call fence('report_provenance', 'select, insert');

create table recordings (
  org_id   text        not null,
  leg_id   text        not null,
  call_id  text        not null,
  store    text        not null,
  bytes    bigint      not null,
  sha256   text        not null,
  ended_at timestamptz not null,
  kept_at  timestamptz not null,
  moved_at timestamptz,
  primary key (org_id, leg_id)
);
create index recordings_of_call on recordings (org_id, call_id);
create index recordings_by_end on recordings (org_id, ended_at);
call fence('recordings', 'select, insert, update, delete');

create table leads (
  org_id       text        not null references organisations (org_id),
  lead_id      text        not null,
  phone_sealed bytea       not null,
  phone_hash   bytea       not null,
  name_sealed  bytea,
  stage        text        not null,
  score        int         not null,
  first_seen   timestamptz not null,
  last_seen    timestamptz not null,
  moved_at     timestamptz not null,
  primary key (org_id, lead_id)
);
create unique index leads_by_phone on leads (org_id, phone_hash);
create index leads_by_score on leads (org_id, score, last_seen);
create index leads_by_last_seen on leads (org_id, last_seen);
call fence('leads', 'select, insert, update, delete');

-- Why a lead has its score: what each call, by its newest report, adds.
create table lead_points (
  org_id         text        not null,
  lead_id        text        not null,
  call_id        text        not null,
  report_version int         not null,
  points         jsonb       not null,  -- [{rule, points, because}]
  called_at      timestamptz not null,
  primary key (org_id, lead_id, call_id)
);
call fence('lead_points', 'select, insert, update, delete');

create table lead_moves (
  org_id     text        not null,
  lead_id    text        not null,
  move_no    bigint      not null generated always as identity,
  from_stage text        not null,
  to_stage   text        not null,
  event      text        not null,
  call_id    text,
  moved_at   timestamptz not null,
  primary key (org_id, lead_id, move_no)
);
call fence('lead_moves', 'select, insert, delete');

create table follow_ups (
  org_id       text        not null,
  follow_up_id text        not null,
  call_id      text        not null,
  lead_id      text,
  kind         text        not null,
  rule         text        not null,
  title        text        not null,
  state        text        not null,
  due_at       timestamptz not null,
  created_at   timestamptz not null,
  decision     text,
  decided_by   text,
  why_sealed   bytea,
  decided_at   timestamptz,
  primary key (org_id, follow_up_id)
);
create index follow_ups_by_due on follow_ups (org_id, state, due_at);
call fence('follow_ups', 'select, insert, update, delete');

create table legal_holds (
  org_id        text        not null references organisations (org_id),
  hold_id       text        not null,
  scope         text        not null check (scope in ('CALL', 'ORGANISATION')),
  subject       text        not null,
  reason_sealed bytea       not null,
  placed_by     text        not null,
  placed_at     timestamptz not null,
  lifted_at     timestamptz,
  primary key (org_id, hold_id)
);
create index legal_holds_standing on legal_holds (org_id, scope, subject) where lifted_at is null;
call fence('legal_holds', 'select, insert, update');

create index calls_by_end on calls (org_id, ended_at) where ended_at is not null;
