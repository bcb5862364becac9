<?php
/* Excerpt.php - the words of the question in names and passages, as mark.c. */

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

    private static function escape(string $s): string
    {
        return htmlspecialchars($s, ENT_NOQUOTES | ENT_SUBSTITUTE);
    }
}
