-- What forms ask of a territory, beside its name and codes.

ALTER TABLE perimeter
  ADD arrondissement  VARCHAR(64)  NULL,  -- départemental: of a commune; of an EPCI, where most of its people live
  -- Contrat de relance et de transition écologique: of an EPCI or EPT, and of the
  -- few communes that signed another than theirs (islands).  A commune without one
  -- has that of its EPT, else of its EPCI; an EPT without one, that of its EPCI.
  ADD crte            VARCHAR(160) NULL;
