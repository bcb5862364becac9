-- Where territories lie, so that what was funded is near by kilometres.

ALTER TABLE perimeter
  ADD latitude   DECIMAL(4,2) NULL,   -- degrees: the centre of a commune, the mean of an EPCI's
  ADD longitude  DECIMAL(5,2) NULL,
  -- A square of 33 km: what is within 30 km of a place lies in its own or beside.
  ADD square     INT AS (1000 * FLOOR(latitude / 0.30) + FLOOR(longitude / 0.45)) PERSISTENT,
  ADD KEY perimeter_square (square, scale, is_obsolete, latitude, longitude, department);  -- perimeter_around

-- Their entries are longer now (cgi-bin/lib/funded/funded.h): guichet index makes them.
DELETE FROM funded_list;
