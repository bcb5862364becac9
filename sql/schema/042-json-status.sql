-- readers: 018
-- How aids stand, without their texts: of 170,000 these are 2 GB.
ALTER TABLE aid_json ADD KEY aid_json_status (status, number);  -- bulk_count
