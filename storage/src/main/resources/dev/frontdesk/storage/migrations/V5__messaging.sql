-- What customers are told by text and mail, what they want, and what they wrote.

create table messages (
  org_id          text        not null,
  message_id      text        not null,
  booking_id      text        not null,
  booking_version int         not null,
  notice          text        not null,
  channel         text        not null check (channel in ('SMS', 'MAIL')),
  repeat_no       int         not null,
  to_sealed       bytea       not null,
  to_hash         bytea       not null,
  text_sealed     bytea       not null,
  sender          text        not null,
  variant         text        not null,
  segments        int         not null,
  cost_micros     bigint,
  currency        text,
  state           text        not null,
  attempts        int         not null,
  provider_id     text,
  problem         text,
  response        text,
  created_at      timestamptz not null,
  attempted_at    timestamptz,
  accepted_at     timestamptz,
  sent_at         timestamptz,
  delivered_at    timestamptz,
  lost_at         timestamptz,
  primary key (org_id, message_id),
  check ((cost_micros is null) = (currency is null))
);
create index messages_of_booking on messages (org_id, booking_id, created_at);
create index messages_to on messages (org_id, to_hash, created_at);
create unique index messages_by_provider_id on messages (org_id, provider_id)
  where provider_id is not null;
call fence('messages', 'select, insert, update, delete');

-- What texts have cost in a month (UTC), and what is still under way counts as expected.
create table message_spending (
  org_id   text   not null references organisations (org_id),
  month    text   not null,
  currency text   not null,
  micros   bigint not null check (micros >= 0),
  primary key (org_id, month, currency)
);
call fence('message_spending', 'select, insert, update');

-- When each sender may send again, shared by all nodes.
create table message_senders (
  org_id    text        not null references organisations (org_id),
  sender    text        not null,
  next_turn timestamptz not null,
  primary key (org_id, sender)
);
call fence('message_senders', 'select, insert, update');

-- Who is not to be written to. A row stays when it is lifted: it says that it was honoured.
create table message_suppressions (
  org_id         text        not null references organisations (org_id),
  suppression_id text        not null,
  channel        text        not null,
  to_sealed      bytea       not null,
  to_hash        bytea       not null,
  purpose        text        not null,  -- or ALL
  how            text        not null,
  since          timestamptz not null,
  lifted_at      timestamptz,
  lifted_how     text,
  primary key (org_id, suppression_id)
);
create unique index message_suppressions_standing
  on message_suppressions (org_id, to_hash, purpose) where lifted_at is null;
create index message_suppressions_newest on message_suppressions (org_id, since);
call fence('message_suppressions', 'select, insert, update');

-- That they agreed to be written to: how, to what, and what shows it.
create table message_consents (
  org_id       text        not null references organisations (org_id),
  to_hash      bytea       not null,
  purpose      text        not null,
  basis        text        not null,
  subject      text        not null,
  wording      text        not null,
  consented_at timestamptz not null,
  primary key (org_id, to_hash, purpose, basis, subject)
);
call fence('message_consents', 'select, insert');

create table message_inbox (
  org_id        text        not null references organisations (org_id),
  provider_id   text        not null,
  from_sealed   bytea       not null,
  from_hash     bytea       not null,
  text_sealed   bytea       not null,
  meaning       text        not null,
  booking_id    text,
  answer_sealed bytea,
  received_at   timestamptz not null,
  primary key (org_id, provider_id)
);
create index message_inbox_newest on message_inbox (org_id, received_at);
create index message_inbox_of on message_inbox (org_id, from_hash, received_at);
call fence('message_inbox', 'select, insert, delete');
