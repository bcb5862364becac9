# A reader narrows a base question and never widens it.  Under sanitizers base questions
# take turns.
among=${FULL:+1}
[ -n "${SANITIZED:-}" ] || among=1
"$build/base_question" "$site/etc/database.cnf" "$root" "${among:-3}" "$(turn_among "${among:-3}")" \
    > "$work/base.tap" 2> "$work/base.log"
status=$?
[ $status -eq 0 ] || note "$(grep -v '^ok' "$work/base.tap" | head -n 20)"
tap 'a reader narrows a base question and never widens it' $status
