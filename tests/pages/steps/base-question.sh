# A reader narrows a base question and never widens it.
"$build/base_question" "$site/etc/database.cnf" \
    > "$work/base.tap" 2> "$work/base.log"
status=$?
[ $status -eq 0 ] || note "$(grep -v '^ok' "$work/base.tap" | head -n 20)"
tap 'a reader narrows a base question and never widens it' $status
