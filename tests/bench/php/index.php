<?php
/* index.php - the page of results as a good PHP site makes it: opcache, Twig
 * with its cache, one persistent connection. */

require '/usr/share/php/Twig/autoload.php';
require __DIR__ . '/Store.php';
require __DIR__ . '/Search.php';
require __DIR__ . '/Excerpt.php';

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
function cards(Store $store, array $hits, string $today): array
{
    $ids = $ats = $rows = $cards = [];
    foreach ($hits as $hit) {
        $ids[] = -$hit[4];
        $ats[] = $hit[5];
    }
    foreach ($store->rows('aid_cards', ['ids' => $ids, 'ats' => $ats, 'today' => $today],
        PDO::FETCH_ASSOC) as $row) {
        $rows[$row['@id']] = $row;
    }
    foreach ($ids as $i => $id) {
        $card = $rows[$id];
        $card['marked'] = Excerpt::mark($card['name']);
        $card['why'] = $ats[$i] > 0 ? Excerpt::mark(Excerpt::trim($card['why'])) : null;
        $cards[] = $card;
    }
    return $cards;
}

function address(array $asked, array $without, array $with): string
{
    $query = array_merge(array_diff_key($asked, array_flip($without)), $with);
    return '/aides/' . ($query === [] ? '' : '?' . http_build_query($query));
}

function french_date(string $date): string
{
    static $months = ['', 'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août',
        'septembre', 'octobre', 'novembre', 'décembre'];
    [$y, $m, $d] = explode('-', $date);
    return (int)$d . ($d === '01' ? 'er' : '') . "\u{a0}" . $months[(int)$m] . "\u{a0}" . $y;
}

function soon(int $days): string
{
    return ["aujourd’hui", "demain"][$days] ?? "dans $days\u{a0}jours";
}

function view(string $cache): Twig\Environment
{
    $twig = new Twig\Environment(new Twig\Loader\FilesystemLoader("$cache/views"),
        ['cache' => "$cache/twig", 'auto_reload' => false]);
    $twig->addFilter(new Twig\TwigFilter('date_fr', 'french_date'));
    $twig->addFilter(new Twig\TwigFilter('soon_fr', 'soon'));
    return $twig;
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
    $id = $store->rows('perimeter_id_of', ['code' => $code])[0][0];
    $chain = $store->rows('perimeter_chain', ['id' => $id]);
    $words = array_intersect_key(Search::$terms, array_flip(explode(' ', $keyword)));
    $hits = Search::hits($store, $words, $chain, $data['catalogue'], intdiv(strtotime("$today UTC"), 86400));
    $pages = max(1, intdiv(count($hits) + PER_PAGE - 1, PER_PAGE));
    header('X-Accel-Expires: 1');
    header("ETag: $etag");
    header('Cache-Control: no-cache');
    $html = view($cache)->render('aid-list.html.twig', [
        'site' => $data['site'], 'assets' => $data['assets'], 'lists' => $data['lists'],
        'filters' => $data['filters'], 'keyword' => $keyword, 'code' => $code,
        'words' => array_keys($words), 'place' => $chain[0], 'chain' => shown_chain($chain),
        'department' => department($chain),
        'total' => count($hits), 'page' => 1, 'pages' => $pages,
        'cards' => cards($store, array_slice($hits, 0, PER_PAGE), $today),
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
