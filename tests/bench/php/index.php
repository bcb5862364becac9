<?php
/* index.php - the page of results as a good PHP site makes it: opcache, Twig
 * with its cache, one persistent connection. */

require '/usr/share/php/Twig/autoload.php';
require __DIR__ . '/Store.php';
require __DIR__ . '/Search.php';
require __DIR__ . '/Excerpt.php';
require __DIR__ . '/Fragment.php';

const PER_PAGE = 18;

/* The perimeter asked, then what contains it that a reader knows. */
function shown_chain(array $chain): array
{
    $shown = [];
    foreach ([5, 10, 15] as $scale) {
        foreach (array_slice($chain, 1) as $row) {
            if ($row[2] === $scale) {
                $shown[] = $row[5];
            }
        }
    }
    return $shown;
}

function department(array $chain): string
{
    foreach ($chain as $row) {
        if ($row[1] === 'department') {
            return $row[5];
        }
    }
    return $chain[0][8] ?? '';
}

/* The cards of one page, in the order of the hits. */
function cards(Store $store, array $hits, int $day): array
{
    $ids = $keys = $rows = $cards = [];
    foreach ($hits as $hit) {
        $ids[] = -$hit[4];
        if ($hit[5] > 0) {
            $keys[-$hit[4]] = -$hit[4] * 1024 + $hit[5];
        }
    }
    foreach ($store->rows('aid_cards', ['ids' => $ids]) as $row) {
        $rows[$row[0]] = $row;
    }
    $passages = $keys === [] ? [] : array_column($store->rows('aid_passages', ['passages' => array_values($keys)]), 1, 0);
    foreach ($ids as $id) {
        $why = isset($keys[$id]) ? $passages[$keys[$id]] ?? null : null;
        $cards[] = Fragment::fill($rows[$id][2], [
            'title' => Excerpt::mark($rows[$id][1]),
            'why' => $why,
            'excerpt' => $why === null ? null : Excerpt::mark($why),
        ], $day);
    }
    return $cards;
}

function address(array $asked, array $without, array $with): string
{
    $query = array_merge(array_diff_key($asked, array_flip($without)), $with);
    return '/aides/' . ($query === [] ? '' : '?' . http_build_query($query));
}

function view(string $cache): Twig\Environment
{
    return new Twig\Environment(new Twig\Loader\FilesystemLoader("$cache/views"),
        ['cache' => "$cache/twig", 'auto_reload' => false]);
}

function answer(array $data, string $cache): void
{
    $store = new Store($data);
    $version = $store->rows('data_version', [])[0][0];
    $today = date('Y-m-d');
    $keyword = (string)($_GET['keyword'] ?? '');
    $code = (string)($_GET['perimeter_codes'][0] ?? '');
    $asked = ['keyword' => $keyword, 'perimeter_codes' => $code];
    $etag = '"' . substr(sha1($version . $today . $_SERVER['REQUEST_URI']), 0, 16) . '"';
    $id = $store->rows('perimeters_of_codes', ['codes' => [$code]])[0][1];
    /* The key comes first. */
    $chain = array_map(static fn($row) => array_slice($row, 1), $store->rows('perimeter_chains', ['ids' => [$id]]));
    $words = array_intersect_key(Search::$terms, array_flip(explode(' ', $keyword)));
    $day = intdiv(strtotime("$today UTC"), 86400);
    $hits = Search::hits($store, $words, $chain, $data['catalogue'], $day);
    $pages = max(1, intdiv(count($hits) + PER_PAGE - 1, PER_PAGE));
    header('X-Accel-Expires: 1');
    header("ETag: $etag");
    header('Cache-Control: no-cache');
    $html = view($cache)->render('aid-list.html.twig', [
        'site' => $data['site'], 'assets' => $data['assets'], 'audiences' => $data['audiences'],
        'filters' => $data['filters'], 'keyword' => $keyword, 'code' => $code,
        'words' => array_keys($words), 'place' => $chain[0], 'chain' => shown_chain($chain),
        'department' => department($chain),
        'total' => count($hits), 'page' => 1, 'pages' => $pages,
        'cards' => cards($store, array_slice($hits, 0, PER_PAGE), $day),
        'url' => [
            'csv' => address($asked, [], ['format' => 'csv']),
            'atom' => address($asked, [], ['format' => 'atom']),
            'ics' => address($asked, [], ['format' => 'ics']),
            'xml' => address($asked, [], ['format' => 'xml']),
            'next' => address($asked, [], ['page' => 2]),
            'base' => address($asked, [], []),
            'no_words' => address($asked, ['keyword'], []),
            'no_place' => address($asked, ['perimeter_codes'], []),
        ],
    ]);
    header('Content-Length: ' . strlen($html));
    echo $html;
}

answer(require $_SERVER['BENCH_DIR'] . '/data.php', $_SERVER['BENCH_DIR']);
