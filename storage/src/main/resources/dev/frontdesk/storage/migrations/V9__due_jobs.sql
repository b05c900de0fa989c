-- How many jobs of an organisation are due, and when its next falls due, is asked in every turn of
-- its lane: without an order by time that read all that wait for later.
create index jobs_due on jobs (org_id, due_at) where state = 'waiting';

-- Rate limits shared by all nodes: when all that was taken has been paid for.
drop table engine.buckets;
create table engine.rates (
  name    text        not null primary key, -- organisation/integration
  paid_at timestamptz not null,
  refused boolean     not null default false -- what the last who asked was told
);
grant select, insert, update, delete on engine.rates to frontdesk_app;
