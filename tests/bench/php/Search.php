<?php
/* Search.php - which aids answer, best first: what rank.c does, from the same
 * posting lists.  The words of the question come with their terms and forms:
 * PHP has no French stemmer, and is not made to pay for one. */

final class Search
{
    private const ENOUGH = 0.5;

    public static array $terms = ['rénovation' => 'renov', 'énergie' => 'energ'];
    /* The words of those stems, for the marks. */
    public static string $forms = '/(?<![\p{L}\p{N}])(?:r[ée]nov(?:ation|er|[ée]e?|ant|ateur|atrice)?s?'
        . '|[ée]nergies?)(?![\p{L}\p{N}])/iu';

    /* [aid, score, at, near, closes, fresh] of each hit. */
    public static function hits(Store $store, array $words, array $place, int $size, int $day): array
    {
        [$score, $worth, $at, $all] = self::words($store, $words, $size);
        $ids = [];
        foreach ($worth as $id => $w) {
            if ($w >= self::ENOUGH * $all) {
                $ids[] = $id;
            }
        }
        if ($ids === []) {
            return [];
        }
        $rows = $store->candidates($ids, array_column($place, 0));
        $asked = $place[0][0];
        $scale = $place[0][2];
        $in = self::visible($rows, $scale, $day);
        $hits = [];
        foreach ($in as $id => $r) {
            $near = $r[1] === $asked ? 0 : ($r[2] > $scale ? $r[2] : 125 - $r[2]);
            $hits[] = [-$score[$id], $near, $r[4] ?? 65536, -($r[5] ?? 0), -$id, $at[$id]];
        }
        usort($hits, static fn($a, $b) => $a <=> $b);
        return $hits;
    }

    /* Of a local aid and the generic one it comes from, one is shown. */
    private static function visible(array $rows, int $scale, int $day): array
    {
        $in = $off = [];
        foreach ($rows as $r) {
            if ($r[4] === null || $r[4] >= $day) {
                $in[$r[0]] = $r;
            }
        }
        foreach ($rows as $r) {
            if ($r[3] === null || !isset($in[$r[3]])) {
                continue;
            }
            $local = $scale <= $r[2];
            if (!isset($in[$r[0]])) {
                $off[] = $local ? $r[3] : 0;
            } else {
                $off[] = $local ? $r[3] : $r[0];
            }
        }
        foreach ($off as $id) {
            unset($in[$id]);
        }
        return $in;
    }

    private static function words(Store $store, array $words, int $size): array
    {
        $score = $worth = $at = [];
        $all = 0.0;
        $lists = [];
        foreach ($store->rows('posting_lists', ['terms' => array_values($words)]) as $row) {
            $lists[$row[0]] = $row;
        }
        foreach ($words as $term) {
            if (!isset($lists[$term])) {
                continue;
            }
            [, $aids, $list] = $lists[$term];
            $rare = log(1 + ($size - $aids + 0.5) / ($aids + 0.5));
            $all += $rare;
            self::decode($list, $rare, $score, $worth, $at);
        }
        return [$score, $worth, $at, $all];
    }

    /* posting.h says what the bytes are. */
    private static function decode(string $list, float $rare, array &$score, array &$worth, array &$at): void
    {
        $b = unpack('C*', $list);
        $n = count($b);
        $id = 0;
        for ($i = 1; $i <= $n;) {
            for ($v = $b[$i] & 127, $shift = 7; $b[$i++] > 127; $shift += 7) {
                $v |= ($b[$i] & 127) << $shift;
            }
            $id += $v;
            $impact = $b[$i++];
            for ($v = $b[$i] & 127, $shift = 7; $b[$i++] > 127; $shift += 7) {
                $v |= ($b[$i] & 127) << $shift;
            }
            $score[$id] = ($score[$id] ?? 0) + $rare * $impact / 255;
            $worth[$id] = ($worth[$id] ?? 0) + $rare;
            if (empty($at[$id])) {
                $at[$id] = $v;
            }
        }
    }
}
