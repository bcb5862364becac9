-- When an aid changed here, for feeds and calendars; moments are in UTC from now on.

ALTER TABLE aid
  ADD changed_at DATETIME NULL,                           -- its content, here
  ADD changed_version BIGINT UNSIGNED NOT NULL DEFAULT 0, -- of the data, then
  ADD closes_asked VARCHAR(255) NULL AFTER closes_on,     -- the deadline as given, when it is no day
  -- The days in Paris: summer time goes from the last Sunday of March to that of
  -- October, at 1:00 in UTC.
  ADD published_day DATE AS (DATE(published_at + INTERVAL 1 + (
    published_at >= MAKEDATE(YEAR(published_at), 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY - INTERVAL WEEKDAY(MAKEDATE(YEAR(published_at), 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY + INTERVAL 1 DAY) DAY + INTERVAL 1 HOUR
    AND published_at < MAKEDATE(YEAR(published_at), 1) + INTERVAL 10 MONTH - INTERVAL 1 DAY - INTERVAL WEEKDAY(MAKEDATE(YEAR(published_at), 1) + INTERVAL 10 MONTH - INTERVAL 1 DAY + INTERVAL 1 DAY) DAY + INTERVAL 1 HOUR) HOUR)) VIRTUAL,
  ADD updated_day DATE AS (DATE(updated_at + INTERVAL 1 + (
    updated_at >= MAKEDATE(YEAR(updated_at), 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY - INTERVAL WEEKDAY(MAKEDATE(YEAR(updated_at), 1) + INTERVAL 3 MONTH - INTERVAL 1 DAY + INTERVAL 1 DAY) DAY + INTERVAL 1 HOUR
    AND updated_at < MAKEDATE(YEAR(updated_at), 1) + INTERVAL 10 MONTH - INTERVAL 1 DAY - INTERVAL WEEKDAY(MAKEDATE(YEAR(updated_at), 1) + INTERVAL 10 MONTH - INTERVAL 1 DAY + INTERVAL 1 DAY) DAY + INTERVAL 1 HOUR) HOUR)) VIRTUAL;

-- What an aid without dates was is not known: it is as new as the others of its source.
UPDATE aid a
JOIN (SELECT source, MAX(COALESCE(published_at, created_at, updated_at)) AS newest FROM aid GROUP BY source) s USING (source)
SET a.published_at = COALESCE(a.published_at, a.created_at, a.updated_at, s.newest, UTC_TIMESTAMP()),
  a.changed_at = COALESCE(a.updated_at, a.published_at, s.newest, UTC_TIMESTAMP()),
  a.changed_version = (SELECT version FROM data_version);
