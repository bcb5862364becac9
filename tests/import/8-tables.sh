# What goes out as a table comes in without a change, and the model to fill in.
# whole SOURCE: what the base holds of its aids, but for what tells when it was written.
whole() {
	sql "SELECT a.source_id, a.slug, a.status, a.name, a.name_initial, a.short_title, SHA2(CONCAT_WS('|', a.description,
	    '-', a.eligibility, '-', a.project_examples, '-', a.contact), 256), a.perimeter_id, a.recurrence_id, a.opens_on, a.predeposit_on,
	    a.closes_on, a.rate_min, a.rate_max, a.rate_comment, a.loan_amount, a.advance_amount, a.other_comment,
	    a.is_call_for_project, a.is_charged, a.origin_url, a.application_url,
	    (SELECT GROUP_CONCAT(audience_id ORDER BY audience_id) FROM aid_audience x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(type_id ORDER BY type_id) FROM aid_has_type x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(step_id ORDER BY step_id) FROM aid_step x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(destination_id ORDER BY destination_id) FROM aid_destination x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(category_id ORDER BY category_id) FROM aid_category x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(backer_id, role, position ORDER BY role, position) FROM aid_backer x WHERE x.aid_id = a.id),
	    (SELECT GROUP_CONCAT(program_id ORDER BY program_id) FROM aid_program x WHERE x.aid_id = a.id)
	    FROM aid a WHERE a.source = '$1' ORDER BY a.source_id"
}
whole exemples > "$work/before"
is 'aids to go out' "$(wc -l < "$work/before")" 118
for form in xlsx csv; do
	guichet export aids --source exemples $form > "$files/out.$form"
	is "$form: exit 0" $? 0
	take exemples "$files/out.$form"
	is "$form: all is read" "$(echo "$said" | grep -v '^118 aids' | grep -cE 'nothing reads|unknown|refused|cut')" 0
	matches "$form: none is new" "$said" '^118 aids read: 0 added, .* 0 refused; 0 with an unknown perimeter$'
	is "$form: all is as it was" "$(whole exemples | diff "$work/before" -)" ''
done
before=$(state)
take exemples "$files/out.csv"
is 'again: nothing is written' "$(state)" "$before"
# Into another base the same aids come, but for ids.
take elsewhere "$files/out.xlsx"
matches 'a table from elsewhere' "$said" '^118 aids read: 118 added, 0 changed, 0 the same, 0 refused'

guichet export model > "$files/model.xlsx"
guichet export model csv > "$files/model.csv"
is 'the model has a line' "$(wc -l < "$files/model.csv")" 1
is 'in both forms the same' "$(head -n 1 "$files/out.csv")" "$(cat "$files/model.csv")"
/usr/bin/python3 - "$files/model.xlsx" > "$work/model" <<'PY'
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet, lists = book.worksheets
print('|'.join(cell.value for cell in sheet[1]))
print(sum(cell.comment is not None for cell in sheet[1]) > 20)
print({str(v.sqref)[0]: v.formula1 for v in sheet.data_validations.dataValidation if v.formula1.startswith('Listes!$A')})
print([lists.cell(row, 1).value for row in (1, 2)], lists.max_row > 30)
PY
is 'its titles' "$(sed -n 1p "$work/model" | tr '|' ';')" "$(sed "s/^$bom//" "$files/model.csv")"
is 'words that help' "$(sed -n 2p "$work/model")" True
matches 'words to choose from' "$(sed -n '3,4p' "$work/model")" "^{'K': 'Listes!"
matches 'which are those of the base' "$(sed -n 4p "$work/model")" "^\['Bénéficiaires', '$(sql 'SELECT name FROM audience ORDER BY id LIMIT 1')'\] True$"
take model "$files/model.xlsx"
matches 'a model without a row' "$said" '^0 aids read: 0 added, 0 changed, 0 the same, 0 refused'
said=$(guichet export aids --source nobody 2>&1)
is 'a source without aids: exit 1' $? 1
matches 'it says so' "$said" '"nobody" has no public aid'
