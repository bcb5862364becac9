-- Named kinds of projects ("Rénovation énergétique d’une école"), as AT's reference
-- projects: "guichet import projects" takes those that come with Guichet.
CREATE TABLE project_type (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug      VARCHAR(150) CHARACTER SET ascii NOT NULL UNIQUE,
  name      VARCHAR(150) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  category  VARCHAR(100) NOT NULL,
  required  VARCHAR(3000) NOT NULL,                      -- groups by " + ", wordings by " | "
  excluded  VARCHAR(1000) NOT NULL                       -- wordings by " | "
);
