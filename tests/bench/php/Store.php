<?php
/* Store.php - the house's named queries over a persistent connection. */

final class Store
{
    private PDO $db;
    private array $sql;

    /* Statements of a persistent connection do not outlive the request, so the
     * driver puts the values in: one exchange a query instead of two. */
    public function __construct(array $data)
    {
        $a = $data['account'];
        $this->sql = $data['sql'];
        $this->db = new PDO("mysql:unix_socket={$a['socket']};dbname={$a['database']};charset=utf8mb4",
            $a['user'], $a['password'], [
                PDO::ATTR_PERSISTENT => true,
                PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
            ]);
    }

    /* Rows of a query; a list among the values takes the place of its name. */
    public function rows(string $name, array $values, int $mode = PDO::FETCH_NUM): array
    {
        $text = '';
        foreach ($this->sql[$name] as $i => $piece) {
            $text .= $i % 2 === 0 ? $piece : $this->literal($values[$piece]);
        }
        return $this->db->query($text)->fetchAll($mode);
    }

    private function literal($value): string
    {
        if (is_array($value)) {
            return is_int($value[0] ?? 0) ? implode(',', $value)
                : implode(',', array_map([$this->db, 'quote'], $value));
        }
        return is_int($value) ? (string)$value : $this->db->quote($value);
    }

    /* The rows of the catalogue that may answer: PHP keeps no memory of it. */
    public function candidates(array $ids, array $perimeters): array
    {
        return $this->db->query('SELECT aid_id, perimeter_id, scale, generic_id, closes, fresh'
            . ' FROM aid_index WHERE aid_id IN (' . implode(',', $ids) . ')'
            . ' AND perimeter_id IN (' . implode(',', $perimeters) . ') AND published')
            ->fetchAll(PDO::FETCH_NUM);
    }
}
