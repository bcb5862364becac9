<?php
/* prepare.php QUERIES-DIR SITE-DIR MANIFEST OUT-DIR - writes data.php, which
 * opcache keeps in shared memory: the SQL of the house's own queries, and what
 * the C program has in memory before the first request (lists, ready-made parts
 * of the form, size of the catalogue, how to connect); and the templates without
 * the blanks that only serve who reads them. */

/* The text of each named query, and its parameters in the order of use. */
function read_queries(string $dir, array $names): array
{
    $found = [];
    foreach (glob("$dir/*.sql") as $file) {
        foreach (preg_split('/^(?=-- (?!in:|makes:|hint:)[a-z_]+:)/m', file_get_contents($file)) as $part) {
            if (preg_match('/^-- ([a-z_]+):/', $part, $m) && in_array($m[1], $names)) {
                $found[$m[1]] = read_query($part);
            }
        }
    }
    foreach (array_diff($names, array_keys($found)) as $name) {
        exit("prepare: no query \"$name\"\n");
    }
    return $found;
}

/* What is known on two sides (sql/constants), as query-compile puts it. */
function read_constants(string $file): array
{
    $of = [];
    foreach (preg_grep('/^[A-Z]/', file($file, FILE_IGNORE_NEW_LINES)) as $line) {
        [$name, $value] = explode(' ', $line);
        $of[":$name"] = $value;
    }
    return $of;
}

/* Optional lines ("-- if words") stay: the question measured has them all. */
function read_query(string $part): array
{
    static $constants;
    $constants ??= read_constants(__DIR__ . '/../../../sql/constants');
    $sql = strtr(preg_replace('/\s*--.*$/m', '', $part), $constants);
    $sql = rtrim(trim(preg_replace('/\n\s*\n/', "\n", $sql)), ';');
    $pieces = preg_split('/(?<![:\w]):([a-z_]+)/', $sql, -1, PREG_SPLIT_DELIM_CAPTURE);
    return $pieces;
}

/* The account of the search program; an option file is not quite an INI. */
function read_account(string $file): array
{
    $group = '';
    $account = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        if (preg_match('/^\[(.*)\]$/', $line, $m)) {
            $group = $m[1];
        } elseif ($group === 'guichet-search' && strpos($line, '=')) {
            [$name, $value] = explode('=', $line, 2);
            $account[$name] = $value;
        }
    }
    return $account;
}

/* Parts of the form: all filters, of which nothing is chosen. */
function read_fragments(PDO $db, string $sql): array
{
    $of = [];
    foreach ($db->query($sql)->fetchAll(PDO::FETCH_NUM) as [$name, $html]) {
        $of[$name] = Fragment::fill($html, ['filter' => '', 'label' => '', 'useful' => ''], 0);
    }
    return $of;
}

function read_manifest(string $file): array
{
    $of = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        [$name, $path] = explode(' ', $line, 2);
        $of[$name] = $path;
    }
    return $of;
}

function read_conf(string $file): array
{
    $of = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
        if (strpos($line, ' = ')) {
            [$name, $value] = explode(' = ', $line, 2);
            $of[$name] = $value;
        }
    }
    return $of;
}

function write_views(string $from, string $to): void
{
    @mkdir($to, 0700, true);
    foreach (glob("$from/*.twig") as $file) {
        $text = preg_replace('/\{#.*?#\}/s', '', file_get_contents($file));
        $text = preg_replace('/\n\s*/', '', $text);
        $text = preg_replace_callback('/&#x[0-9A-F]+;/', static fn($m) => html_entity_decode($m[0]), $text);
        file_put_contents("$to/" . basename($file), $text);
    }
}

require __DIR__ . '/Fragment.php';

[, $queries, $site, $manifest, $out] = $argv;
$account = read_account("$site/etc/search.cnf");
$db = new PDO("mysql:unix_socket={$account['socket']};dbname={$account['database']};charset=utf8mb4",
    $account['user'], $account['password'], [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$sql = read_queries($queries, ['data_version', 'perimeters_of_codes', 'perimeter_chains',
    'page_fragments']);
/* Those that the house reads ahead too, by their keys alone. */
$sql['posting_lists'] = read_query('SELECT term, aids, list FROM posting WHERE term IN (:terms) LIMIT 2000;');
$sql['aid_cards'] = read_query('SELECT aid_id, name, card FROM aid_rendered WHERE aid_id IN (:ids) LIMIT 2000;');
$sql['aid_passages'] = read_query('SELECT id, text, spots FROM aid_passage WHERE id IN (:passages) LIMIT 2000;');
$fragments = read_fragments($db, $sql['page_fragments'][0]);
$data = [
    'account' => $account,
    'sql' => $sql,
    'audiences' => $fragments['audiences'],
    'filters' => $fragments['filters'],
    'catalogue' => (int)$db->query('SELECT COUNT(*) FROM aid_index')->fetchColumn(),
    'assets' => read_manifest($manifest),
    'site' => read_conf("$site/etc/guichet.conf"),
];
file_put_contents("$out/data.php", "<?php\nreturn " . var_export($data, true) . ";\n");
write_views(__DIR__ . '/views', "$out/views");
