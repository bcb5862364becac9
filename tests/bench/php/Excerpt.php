<?php
/* Excerpt.php - the words of the question in names and excerpts, as mark.c. */

final class Excerpt
{
    public static function mark(string $text): string
    {
        $out = '';
        $from = 0;
        preg_match_all(Search::$forms, $text, $found, PREG_OFFSET_CAPTURE);
        foreach ($found[0] as [$word, $at]) {
            $out .= self::escape(substr($text, $from, $at - $from)) . '<mark>' . self::escape($word) . '</mark>';
            $from = $at + strlen($word);
        }
        return $out . self::escape(substr($text, $from));
    }

    public static function trim(string $s): string
    {
        $start = self::start($s);
        $end = strlen($s);
        if ($end > $start + 170) {
            for ($end = $start + 170; (ord($s[$end]) & 0xc0) === 0x80; $end--);
        }
        $line = strpos($s, "\n", $start);
        if ($line !== false && $line < $end && $line > $start + 60) {
            $end = $line;
        } elseif ($end < strlen($s)) {
            while ($end > $start + 100 && $s[$end] !== ' ') {
                $end--;
            }
        }
        $before = $start > 0 && $s[$start - 1] === ' ' && ($start < 2 || $s[$start - 2] !== '.');
        $after = $end < strlen($s) && $s[$end] !== "\n" && $s[$end - 1] !== '.';
        return ($before ? '…' : '') . substr($s, $start, $end - $start) . ($after ? '…' : '');
    }

    /* After a full stop or a line, else after a blank. */
    private static function start(string $s): int
    {
        $head = substr($s, 0, 75);
        $line = strrpos($head, "\n");
        $stop = strrpos(substr($s, 0, 76), '. ');
        if ($line !== false || $stop !== false) {
            $best = max($line === false ? -1 : $line, $stop === false ? -1 : $stop) + 1;
        } else {
            $best = strpos($head, ' ') ?: 0;
        }
        return $best + strspn($s, " \n", $best);
    }

    private static function escape(string $s): string
    {
        return htmlspecialchars($s, ENT_NOQUOTES | ENT_SUBSTITUTE);
    }
}
