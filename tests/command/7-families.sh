# Families of words that vectors propose.

guichet export keywords > "$work/words.csv"
# What vectors propose is for a person: such a table, of words that no family has.
guichet families propose > "$work/proposed.csv" 2> "$work/log"
is 'proposed families are a table of them' \
    "$(head -n 1 "$work/proposed.csv")" "${bom}type;terme;synonymes"
[ "$(grep -cE '^objet;[^;]+;[^;]+$' "$work/proposed.csv")" -gt 0 ]
tap 'of words and those that are near' $?
! cut -d ';' -f 2 "$work/proposed.csv" | sed 1d |
    grep -qxFf - "$work/words.csv"
tap 'that no family is called by' $?
guichet export keywords | cmp -s - "$work/words.csv"
tap 'and none is taken' $?
