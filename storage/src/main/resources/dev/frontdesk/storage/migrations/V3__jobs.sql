-- Work that follows from what happened: jobs and their attempts, alarms that stand, answers kept for
-- requests that come twice, and in a schema of their own the two tables whose form a library gives.

-- The order in which entries were written. Two of one key are written by transactions that wait for
-- each other, so theirs is the order of their commits; across keys it says nothing, and nobody reads
-- "after the last one".
alter table outbox add column place bigint not null generated always as identity;
alter table outbox add column done_at timestamptz;
drop index outbox_waiting;
create index outbox_waiting on outbox (org_id, place) where state = 'waiting';
create index outbox_done on outbox (org_id, done_at) where state = 'done';

create table jobs (
  org_id     text        not null references organisations (org_id),
  job_id     text        not null,
  kind       text        not null,
  key        text        not null,
  payload    jsonb       not null,
  trace_id   text        not null,
  place      bigint      not null generated always as identity,  -- in the order planned
  state      text        not null
    check (state in ('waiting', 'running', 'done', 'dead', 'cancelled')),
  line_at    timestamptz not null,  -- from when it keeps later ones of its kind and key waiting
  due_at     timestamptz not null,  -- not before; moves on with each retry
  deadline   timestamptz,
  planned_at timestamptz not null,
  attempts   int         not null,  -- those that count: throttled ones do not
  uncertain  boolean     not null,  -- an attempt may have been applied: look before acting
  claim      text,                  -- by whom it is running, and in which turn
  claimed_at timestamptz,
  ended_at   timestamptz,
  failure    text,                  -- why it is dead: the last failure's class
  detail     text,                  -- what became of it, for operators
  primary key (org_id, job_id),
  check ((state = 'running') = (claim is not null)),
  check ((state in ('waiting', 'running')) = (ended_at is null))
);
create index jobs_waiting on jobs (org_id, kind, due_at, place) where state = 'waiting';
create index jobs_in_line on jobs (org_id, kind, key, line_at, place)
  where state in ('waiting', 'running');
create index jobs_running on jobs (org_id, claim) where state = 'running';
create index jobs_dead on jobs (org_id, ended_at, job_id) where state = 'dead';
create index jobs_over on jobs (org_id, ended_at) where state in ('done', 'cancelled');
create index jobs_of_key on jobs (org_id, key, place);
call fence('jobs', 'select, insert, update, delete');

create table job_attempts (
  org_id     text        not null,
  job_id     text        not null,
  entry_no   bigint      not null generated always as identity,
  number     int         not null,  -- 0: it was not begun, or did not count
  uncertain  boolean     not null,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  result     text        not null,  -- ok, or the failure's class
  detail     text        not null,
  primary key (org_id, job_id, entry_no)
);
call fence('job_attempts', 'select, insert, delete');

create table alarms (
  org_id    text        not null references organisations (org_id),
  kind      text        not null,
  subject   text        not null,
  text      text        not null,
  raised_at timestamptz not null,
  primary key (org_id, kind, subject)
);
call fence('alarms', 'select, insert, update, delete');

-- What a request with an Idempotency-Key was answered, for when it comes again.
create table kept_answers (
  org_id       text        not null,
  key          text        not null,
  request_hash text        not null,  -- SHA-256 over method, path and body
  claim        text        not null,  -- of the one request that is being answered
  locked_until timestamptz not null,
  status       int,                   -- null while in flight
  content_type text,
  body_sealed  bytea,
  expires_at   timestamptz not null,
  primary key (org_id, key)
);
create index kept_answers_by_expiry on kept_answers (org_id, expires_at);
call fence('kept_answers', 'select, insert, update, delete');

-- Where one asks before the organisation is known: who has work that nobody was told of? Names
-- organisations and nothing of theirs.
create function orgs_with_entries(written_by timestamptz) returns setof text
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select o.org_id from organisations o
     where exists (select 1 from outbox e
                    where e.org_id = o.org_id and e.state = 'waiting'
                      and e.created_at <= written_by);
  end;
create function orgs_with_due_jobs(due_by timestamptz) returns setof text
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select o.org_id from organisations o
     where exists (select 1 from jobs j
                    where j.org_id = o.org_id and j.state = 'waiting' and j.due_at <= due_by)
        or exists (select 1 from jobs j where j.org_id = o.org_id and j.state = 'running');
  end;
create function orgs_with_anything() returns setof text
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select o.org_id from organisations o;
  end;
revoke execute on function orgs_with_entries, orgs_with_due_jobs, orgs_with_anything from public;
grant execute on function orgs_with_entries, orgs_with_due_jobs, orgs_with_anything
  to frontdesk_app;

-- Tables in the form that libraries expect, so outside the rules above. They hold an organisation's
-- id and times or counts, nothing else: losing them loses no work.
create schema engine;
grant usage on schema engine to frontdesk_app;

-- When to look after an organisation next, and which node does so now: db-scheduler's table.
create table engine.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,  -- the organisation
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
) with (fillfactor = 50);
create index scheduled_tasks_due on engine.scheduled_tasks (execution_time);
create index scheduled_tasks_alive on engine.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on engine.scheduled_tasks to frontdesk_app;

-- Rate limits shared by all nodes: bucket4j's table.
create table engine.buckets (
  id         text   not null primary key,  -- organisation/integration
  state      bytea,
  expires_at bigint
);
grant select, insert, update, delete on engine.buckets to frontdesk_app;
