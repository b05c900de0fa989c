-- One row taken from a queue with SKIP LOCKED and marked done, and nothing else.
begin;
select set_config('app.org', 'bench-' || :client_id, true);
update outbox set state = 'done', done_at = '2026-06-15T12:00:00Z' where org_id = 'bench-' || :client_id and entry_id = (select entry_id from outbox where org_id = 'bench-' || :client_id and state = 'waiting' order by place limit 1 for update skip locked);
commit;
