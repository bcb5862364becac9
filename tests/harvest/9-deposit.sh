# A backer deposits a file by a secret link: it is checked, what it does is shown, and it
# is taken once they say so: the very bytes, and what was shown.
. ./harvest/lib/deposit.sh

# ---- the link ----

link depot
matches 'a link is told once, with 128 bits' "$at" '^/depot~[0-9a-f]{32}/$'
is 'the base has its digest alone' "$(sql "SELECT word FROM deposit_link WHERE id = $link")" \
    "$(printf %s "$at" | sed 's|/depot~||; s|/||' | tr -d '\n' | sha256sum | cut -d' ' -f1)"
look
is 'its page' "$status $(xpath //link/@source) $(xpath //link/@ends) $(xpath //link/@ready)" '200 depot 2027-02-20 0'
for said in 'Cache-Control: no-store' 'X-Robots-Tag: noindex' 'Referrer-Policy: same-origin'; do
	tr -d '\r' < "$head" | grep -qix "$said"
	tap "its page: $said" $?
done
is 'another word: 404' "$(status_of '/depot~00000000000000000000000000000000/')" 404
is 'below a portal: 404' "$(status_of "/portails/deux-sevres$at")" 404
run
look
is 'the model is there, and no table of aids yet' "$(xpath //link/@ready)$(xpath //link/@aids)" 1
get "${at}modele.xlsx" > "$folder/model.xlsx"
guichet export model > "$folder/model-2.xlsx"
is 'the model is that of the command' "$(unzip -p "$folder/model.xlsx" xl/worksheets/sheet1.xml | sha256sum)" \
    "$(unzip -p "$folder/model-2.xlsx" xl/worksheets/sheet1.xml | sha256sum)"
is 'no aids: 404' "$(status_of "${at}aides.csv")" 404

# ---- the whole walk ----

before=$(state)
send "$folder/one.xlsx"
is 'a file: back to the page' "$status" 303
look
is 'it waits' "$(xpath //deposit/@state)" sent
matches 'the page asks again by itself' "$(get "$at")" 'http-equiv="refresh" content="5"'
run
look
is 'what it does' "$(counts)" 'checked 12 0 0 0 0 0 0'
is 'nothing is written yet' "$(state)" "$before"
matches 'the page says it' "$(get "$at")" '12.aides nouvelles'
matches 'no refresh any more' "$(get "$at" | grep -c 'http-equiv="refresh"')" '^0$'
run
is 'nobody confirmed: nothing' "$(state)" "$before"
answer confirm
is 'confirmed: back to the page' "$status" 303
matches 'the page says so' "$(get "$at")" 'Votre confirmation est enregistrée'
run
look
is 'it is taken' "$(counts)" 'taken 12 0 0 0 0 0 0'
is 'its aids' "$(sql "SELECT COUNT(*) FROM aid WHERE source = 'depot' AND status = 'published'")" 12
is 'it is a run of the log' "$(sql "SELECT CONCAT_WS(' ', is_taken, added, changed, version > 0) FROM import_log WHERE source = 'depot'")" '1 12 0 1'
slug=$(xpath '//aid[1]/@slug')
matches 'links to its aids' "$(get "$at")" "href=\"/aides/$slug/\""
is 'which are there' "$(status_of "/aides/$slug/")" 200
run
look
is 'its table of aids' "$(xpath //link/@aids)" 1
get "${at}aides.xlsx" > "$folder/back.xlsx"
send "$folder/back.xlsx" yes
run
look
is 'what goes out comes in without a change' "$(counts | cut -d' ' -f1-4)" 'same 0 0 12'

# ---- faults by cell, what changes, and the file sent back ----

send "$folder/two.xlsx"
run
look
is 'with faults' "$(counts)" 'checked 1 1 10 1 3 0 0'
is 'what changes of an aid' "$(xmllint --xpath '//aid[@what = "changed"]/change' "$body" | tr -d '\n')" \
    '<change field="name"><was>Aide déposée 2</was><becomes>Aide changée 2</becomes></change><change field="submission_deadline"><was>2027-03-31</was><becomes>2027-04-30</becomes></change><change field="targeted_audiences"><was>Commune</was><becomes>Commune, Département</becomes></change>'
for kind in xlsx csv; do
	[ $kind = xlsx ] || { send "$folder/two.csv"; run; look; }
	is "$kind: faults by cell" "$(xmllint --xpath '//fault/@cell' "$body" | tr -d '\n')" ' cell="F4" cell="E4" cell="5"'
	get "${at}remarques.xlsx" > "$folder/remarks.xlsx"
	is "$kind: the same cells, those at fault coloured, with remarks" "$(/usr/bin/python3 - "$folder/remarks.xlsx" "$folder/two.xlsx" <<'PY'
import sys, openpyxl
got, want = (openpyxl.load_workbook(path) for path in sys.argv[1:])
sheet = got.worksheets[0]
def plain(v):
    return None if v is None else v.strftime('%Y-%m-%d') if hasattr(v, 'strftime') else str(v)
print([[plain(c.value) for c in row] for row in sheet] == [[plain(c.value) for c in row] for row in want.active],
    [(c.coordinate, c.comment is not None) for row in sheet for c in row if c.fill.fill_type == 'solid'],
    [row[0].value for row in got.worksheets[1]])
PY
)" "True [('E4', True), ('F4', True), ('A5', True)] ['Cellule', 'E4', 'F4', '5']"
done
matches 'in French' "$(xpath '//fault[1]/reason')" 'jour'
answer cancel
run
is 'cancelled: nothing changed' "$(held | grep -c 'changée')" 0
look
is 'and the page says so' "$(xpath //deposit/@state)" dropped
