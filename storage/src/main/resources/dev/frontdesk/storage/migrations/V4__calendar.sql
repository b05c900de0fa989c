-- The business's own calendar: access to it, what we wrote there, and a copy of what else it holds.

create table calendar_connections (
  org_id       text        not null primary key references organisations (org_id),
  status       text        not null,
  grant_sealed bytea,       -- a refresh token; a service account's key stays in its file
  reason       text        not null,
  since        timestamptz not null
);
call fence('calendar_connections', 'select, insert, update');

-- People who were sent to the vendor to give access, until they come back. Each works once.
create table calendar_consents (
  org_id          text        not null references organisations (org_id),
  consent_id      text        not null,
  verifier_sealed bytea       not null,
  begun_at        timestamptz not null,
  expires_at      timestamptz not null,
  taken_at        timestamptz,
  primary key (org_id, consent_id)
);
call fence('calendar_consents', 'select, insert, update, delete');

-- What each booking's entry in the calendar is. PUT_OFF: to be written once there is a connection.
create table calendar_events (
  org_id     text        not null,
  booking_id text        not null,
  version    int         not null,
  state      text        not null,
  calendar   text,
  event_id   text,
  generation int,
  tag        text,
  acted_at   timestamptz not null,
  primary key (org_id, booking_id),
  check ((calendar is null) = (event_id is null) and (event_id is null) = (generation is null))
);
create index calendar_events_put_off on calendar_events (org_id, acted_at)
  where state = 'PUT_OFF';
call fence('calendar_events', 'select, insert, update, delete');

-- When each booking of a series was to start when the series was first written: a recurring
-- event's occurrences keep that as their identity, wherever they are moved.
create table calendar_occurrences (
  org_id     text        not null,
  series_id  text        not null,
  booking_id text        not null,
  starts_at  timestamptz not null,
  primary key (org_id, series_id, booking_id)
);
call fence('calendar_occurrences', 'select, insert, delete');

create index bookings_of_series on bookings (org_id, series_id) where series_id is not null;

create table calendar_mirrors (
  org_id             text        not null,
  calendar           text        not null,
  token              text,
  read_from          timestamptz not null,
  read_to            timestamptz not null,
  read_at            timestamptz not null,
  whole_at           timestamptz not null,
  channel_id         text,
  channel_resource   text,
  channel_expires_at timestamptz,
  problem            text        not null,
  primary key (org_id, calendar),
  check ((channel_id is null) = (channel_expires_at is null))
);
call fence('calendar_mirrors', 'select, insert, update, delete');

-- Times alone: what a foreign event is about is none of our business.
create table calendar_busy (
  org_id    text        not null,
  calendar  text        not null,
  event_id  text        not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  primary key (org_id, calendar, event_id)
);
create index calendar_busy_by_end on calendar_busy (org_id, calendar, ends_at);
call fence('calendar_busy', 'select, insert, update, delete');
