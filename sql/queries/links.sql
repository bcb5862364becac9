-- Links of aids, and where they lead.

-- link_piece: the last of the next thousands of aids, for what goes through all of them
-- in: after
SELECT MAX(p.id) AS last FROM (SELECT id FROM aid WHERE id > :after ORDER BY id LIMIT 2000) p;

-- link_gather: the addresses that these aids have, which readers see and may apply for
-- in: after, last, today
INSERT INTO link (address, wanted_on) SELECT x.address, :today
FROM (SELECT a.origin_url COLLATE utf8mb4_bin AS address FROM aid a WHERE a.id > :after AND a.id <= :last
    AND a.status = :AID_STATUS_PUBLISHED AND COALESCE(a.closes_on >= :today, TRUE)
  UNION SELECT b.application_url COLLATE utf8mb4_bin FROM aid b WHERE b.id > :after AND b.id <= :last
    AND b.status = :AID_STATUS_PUBLISHED AND COALESCE(b.closes_on >= :today, TRUE)) x
WHERE x.address LIKE 'http%' ON DUPLICATE KEY UPDATE wanted_on = VALUES(wanted_on);

-- link_forget: those that no aid has had for a month
-- in: today
DELETE FROM link WHERE wanted_on < :today - INTERVAL 30 DAY LIMIT 1000;

-- link_due: those to be visited, for the longest first
-- in: today, now, most
SELECT address FROM link WHERE wanted_on = :today AND due_at <= :now ORDER BY due_at, address LIMIT :most;

-- link_seen: how a visit ended; what is wrong is looked at again the next day until it is sure
-- in: address, now, today, status, why, wrong, leads_to
UPDATE link SET visited_at = :now, status = :status, why = :why, leads_to = :leads_to,
  wrong_days = IF(:wrong IS NULL, 0, IF(wrong <=> :wrong, LEAST(wrong_days + (wrong_on < :today), 200), 1)),
  wrong_since = IF(:wrong IS NULL, NULL, IF(wrong <=> :wrong, wrong_since, :today)),
  wrong_on = IF(:wrong IS NULL, NULL, :today), wrong = :wrong,
  due_at = :now + INTERVAL IF(wrong_days BETWEEN 1 AND :LINK_DAYS - 1, 20, 156) HOUR
WHERE address = :address;

-- link_unsure: the visit told nothing: all is as it was
-- in: address, now, status, why, seconds
UPDATE link SET visited_at = :now, status = :status, why = :why, due_at = :now + INTERVAL :seconds SECOND WHERE address = :address;

-- link_untold: of how many readers are to be told something else
-- in: today
SELECT COUNT(*) AS n FROM link
WHERE (wrong IN (:LINK_DEAD, :LINK_HOME) OR wrong IS NULL AND told = 1 OR wrong = :LINK_MOVED AND told = 1)
  AND told <> COALESCE(wrong IN (:LINK_DEAD, :LINK_HOME) AND wrong_days >= :LINK_DAYS AND wrong_since <= :today - INTERVAL :LINK_TOLD DAY, FALSE);

-- link_tell: they are told
-- in: today
UPDATE link SET told = COALESCE(wrong IN (:LINK_DEAD, :LINK_HOME) AND wrong_days >= :LINK_DAYS
  AND wrong_since <= :today - INTERVAL :LINK_TOLD DAY, FALSE)
WHERE wrong IN (:LINK_DEAD, :LINK_HOME) OR wrong IS NULL AND told = 1 OR wrong = :LINK_MOVED AND told = 1;

-- link_wrong: links that are wrong, with the aids of this piece that have them
-- in: after, last
SELECT l.address, l.wrong, CAST(l.wrong_since AS CHAR) AS since, DATE_FORMAT(l.visited_at, '%Y-%m-%d %H:%i') AS visited_at, l.why, l.leads_to,
  l.told, x.field, x.id, x.slug, x.source, f.contact
FROM (SELECT id, slug, source, origin_url AS address, 'origin_url' AS field FROM aid WHERE id > :after AND id <= :last AND status = :AID_STATUS_PUBLISHED
  UNION ALL SELECT id, slug, source, application_url, 'application_url' FROM aid
    WHERE id > :after AND id <= :last AND status = :AID_STATUS_PUBLISHED) x
JOIN link l ON l.address = x.address AND l.wrong_days >= :LINK_DAYS LEFT JOIN feed f ON f.name = x.source
ORDER BY l.address, x.id LIMIT 4000;

-- link_counts: how many there are, wrong, seen to be so once or twice, not visited yet, told to readers
SELECT COUNT(*) AS links, COALESCE(SUM(wrong_days >= :LINK_DAYS), 0) AS wrong, COALESCE(SUM(wrong_days BETWEEN 1 AND :LINK_DAYS - 1), 0) AS unsure,
  COALESCE(SUM(visited_at IS NULL), 0) AS fresh, COALESCE(SUM(told), 0) AS told, DATE_FORMAT(MAX(visited_at), '%Y-%m-%d %H:%i') AS last
FROM link;
