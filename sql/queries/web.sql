-- What every program asks, whatever its pages.

-- health: the data, when it became what it is, and what time the server has
SELECT version, changed_at AS changed, UNIX_TIMESTAMP() AS clock FROM data_version WHERE id = 1;

-- count_stamp: changes when more was counted: pages of counts are then others
SELECT CONCAT_WS(' ', COUNT(*), COALESCE(SUM(l.position), 0), MAX(l.changed_at)) AS stamp FROM count_log l;
