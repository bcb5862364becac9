<?php
/* Fragment.php - HTML rendered ahead, and its holes: what fragment.c does. */

final class Fragment
{
    /* $values: what stands in each hole; a hole that holds something is kept
     * when its value is not null. */
    public static function fill(string $html, array $values, int $day): string
    {
        $out = '';
        $depth = $skip = 0;
        foreach (preg_split('/(\x01[^\x02]*\x02|\x03)/', $html, -1, PREG_SPLIT_DELIM_CAPTURE) as $i => $part) {
            if ($i % 2 === 0) {
                $out .= $skip > 0 ? '' : $part;
            } elseif ($part === "\x03") {
                $skip = $skip === $depth ? 0 : $skip;
                $depth--;
            } elseif ($part[1] === '?') {
                $depth++;
                if ($skip === 0 && !self::keeps(substr($part, 2, -1), $values, $day)) {
                    $skip = $depth;
                }
            } elseif ($skip === 0) {
                [$name, $of] = explode(' ', substr($part, 1, -1), 2) + [1 => ''];
                $out .= $name === 'days' ? (int)$of - $day : $values[$name] ?? '';
            }
        }
        return $out;
    }

    private static function keeps(string $hole, array $values, int $day): bool
    {
        $part = explode(' ', $hole);
        if ($part[0] !== 'until') {
            return isset($values[$part[0]]);
        }
        $left = (int)$part[1] - $day;
        return ($part[2] === '-' || $left >= (int)$part[2]) && ($part[3] === '-' || $left <= (int)$part[3]);
    }
}
