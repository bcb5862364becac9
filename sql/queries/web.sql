-- What every program asks, whatever its pages.

-- health: the data, when it became what it is, and what time the server has
SELECT version, changed_at AS changed, UNIX_TIMESTAMP() AS clock FROM data_version WHERE id = 1;
