<?php
/* api.php - a page of the API with AT's keys as a good PHP site makes it: opcache, one
 * persistent connection, a query for each table of all the aids of the page. */

const PER_PAGE = 100;

/* What an aid has several of: SELECTs of aid_id and what is listed. */
const LISTS = [
    'financer' => "SELECT x.aid_id, b.id, b.name, IF(b.has_page, b.slug, NULL), IF(b.has_page, LEFT(SHA2(f.logo, 256), 16), NULL)
        FROM aid_backer x JOIN backer b ON b.id = x.backer_id LEFT JOIN backer_file f ON f.backer_id = b.id
        WHERE x.role = 'financer' AND x.aid_id IN (%s) ORDER BY x.position, b.id",
    'instructor' => "SELECT x.aid_id, b.id, b.name, IF(b.has_page, b.slug, NULL), IF(b.has_page, LEFT(SHA2(f.logo, 256), 16), NULL)
        FROM aid_backer x JOIN backer b ON b.id = x.backer_id LEFT JOIN backer_file f ON f.backer_id = b.id
        WHERE x.role = 'instructor' AND x.aid_id IN (%s) ORDER BY x.position, b.id",
    'program' => 'SELECT x.aid_id, p.name FROM aid_program x JOIN program p ON p.id = x.program_id
        WHERE x.aid_id IN (%s) ORDER BY p.name',
    'audience' => 'SELECT x.aid_id, COALESCE(l.label, l.name) FROM aid_audience x JOIN audience l ON l.id = x.audience_id
        WHERE x.aid_id IN (%s) ORDER BY l.id',
    'type' => 'SELECT x.aid_id, l.id, l.name, g.id, g.name FROM aid_has_type x JOIN aid_type l ON l.id = x.type_id
        JOIN aid_type_group g ON g.id = l.group_id WHERE x.aid_id IN (%s) ORDER BY l.id',
    'step' => 'SELECT x.aid_id, l.name FROM aid_step x JOIN step l ON l.id = x.step_id
        WHERE x.aid_id IN (%s) ORDER BY l.id',
    'destination' => 'SELECT x.aid_id, COALESCE(l.label, l.name) FROM aid_destination x
        JOIN destination l ON l.id = x.destination_id WHERE x.aid_id IN (%s) ORDER BY l.id',
    'category' => "SELECT x.aid_id, CONCAT(t.name, ' / ', COALESCE(c.label, c.name)) FROM aid_category x
        JOIN category c ON c.id = x.category_id JOIN theme t ON t.id = c.theme_id
        WHERE x.aid_id IN (%s) ORDER BY c.theme_id, c.id",
];

const AIDS = "SELECT a.*, p.name AS perimeter, s.name AS scale, r.name AS recurrence,
    DATE_FORMAT(COALESCE(a.created_at, a.published_at, a.changed_at), '%%Y-%%m-%%dT%%H:%%i:%%s+00:00') AS created,
    DATE_FORMAT(a.updated_at, '%%Y-%%m-%%dT%%H:%%i:%%s+00:00') AS updated
    FROM aid a LEFT JOIN perimeter p ON p.id = a.perimeter_id LEFT JOIN scale s ON s.id = p.scale
    LEFT JOIN recurrence r ON r.id = a.recurrence_id WHERE a.id IN (%s)";

const OPEN = "FROM aid_index WHERE published AND (closes IS NULL OR closes >= DATEDIFF('%s', '1970-01-01'))";

function backers(array $rows, string $base): array
{
    return array_map(static fn($r) => ['id' => (int)$r[0], 'name' => $r[1],
        'logo' => $r[3] === null ? null : "$base/partenaires/$r[0]-$r[2]/logo?v=$r[3]"], $rows);
}

function kinds(array $rows): array
{
    return array_map(static fn($r) => ['id' => (int)$r[0], 'name' => $r[1],
        'group' => ['id' => (int)$r[2], 'name' => $r[3]]], $rows);
}

function number($value): ?int
{
    return $value === null ? null : (int)$value;
}

function text($value): ?string
{
    return $value === '' ? null : $value;
}

/* The keys of an aid, in AT's order; of = what it has several of. */
function record(array $a, array $of, string $base): array
{
    return [
        'id' => (int)$a['id'], 'slug' => $a['slug'], 'url' => "/aides/$a[slug]/", 'name' => $a['name'],
        'name_initial' => text($a['name_initial']), 'short_title' => text($a['short_title']),
        'financers' => array_column($of['financer'], 1), 'financers_full' => backers($of['financer'], $base),
        'instructors' => array_column($of['instructor'], 1), 'instructors_full' => backers($of['instructor'], $base),
        'programs' => array_column($of['program'], 0),
        'description' => text($a['description']), 'eligibility' => text($a['eligibility']),
        'perimeter' => $a['perimeter'], 'perimeter_scale' => $a['scale'],
        'mobilization_steps' => array_column($of['step'], 0), 'origin_url' => $a['origin_url'],
        'categories' => array_column($of['category'], 0),
        'is_call_for_project' => (bool)$a['is_call_for_project'], 'application_url' => $a['application_url'],
        'targeted_audiences' => array_column($of['audience'], 0),
        'aid_types' => array_column($of['type'], 1), 'aid_types_full' => kinds($of['type']),
        'is_charged' => (bool)$a['is_charged'], 'destinations' => array_column($of['destination'], 0),
        'start_date' => $a['opens_on'], 'predeposit_date' => $a['predeposit_on'],
        'submission_deadline' => $a['closes_on'],
        'subvention_rate_lower_bound' => number($a['rate_min']),
        'subvention_rate_upper_bound' => number($a['rate_max']), 'subvention_comment' => $a['rate_comment'],
        'loan_amount' => number($a['loan_amount']), 'recoverable_advance_amount' => number($a['advance_amount']),
        'contact' => text($a['contact']), 'recurrence' => $a['recurrence'],
        'project_examples' => text($a['project_examples']), 'import_data_url' => $a['import_url'],
        'import_data_mention' => $a['import_mention'], 'import_share_licence' => $a['import_licence'],
        'date_created' => $a['created'], 'date_updated' => $a['updated'], 'project_references' => [],
        'european_aid' => $a['european'], 'is_live' => $a['opens_on'] === null || $a['opens_on'] <= date('Y-m-d'),
    ];
}

/* The page's aids, in the order of ids. */
function records(PDO $db, array $ids, string $base): array
{
    $in = implode(',', $ids);
    $none = array_fill_keys(array_keys(LISTS), []);
    $of = array_fill_keys($ids, $none);
    foreach (LISTS as $name => $sql) {
        foreach ($db->query(sprintf($sql, $in))->fetchAll(PDO::FETCH_NUM) as $row) {
            $of[$row[0]][$name][] = array_slice($row, 1);
        }
    }
    $at = array_flip($ids);
    foreach ($db->query(sprintf(AIDS, $in))->fetchAll(PDO::FETCH_ASSOC) as $row) {
        $at[$row['id']] = record($row, $of[$row['id']], $base);
    }
    return array_values($at);
}

function answer(array $data): void
{
    $a = $data['account'];
    $db = new PDO("mysql:unix_socket={$a['socket']};dbname={$a['database']};charset=utf8mb4", $a['user'],
        $a['password'], [PDO::ATTR_PERSISTENT => true, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    $base = $data['site']['base_url'];
    $page = max(1, (int)($_GET['page'] ?? 1));
    $open = sprintf(OPEN, date('Y-m-d'));
    $count = (int)$db->query("SELECT COUNT(*) $open")->fetchColumn();
    $ids = $db->query("SELECT aid_id $open ORDER BY fresh DESC, aid_id DESC LIMIT " . PER_PAGE
        . ' OFFSET ' . ($page - 1) * PER_PAGE)->fetchAll(PDO::FETCH_COLUMN);
    $near = static fn($n) => "$base/api/aids/?itemsPerPage=" . PER_PAGE . "&page=$n";
    $json = json_encode(['count' => $count, 'previous' => $page > 1 ? $near($page - 1) : null,
        'next' => $page * PER_PAGE < $count ? $near($page + 1) : null, 'results' => records($db, $ids, $base)],
        JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    header('ETag: "' . substr(sha1($json), 0, 16) . '"');
    header('Cache-Control: no-cache');
    header('Content-Type: application/json');
    header('Content-Length: ' . strlen($json));
    echo $json;
}

answer(require $_SERVER['BENCH_DIR'] . '/data.php');
