# "guichet history" of an aid of the samples, named in any way.
said=$(guichet history detr-deux-sevres 2>&1)
is 'history: exit 0' $? 0
matches 'history: its versions' "$said" '^[0-9]+  2[0-9-]+ [0-9:]+  (open|closed)  exemples  detr-deux-sevres$'
for aid in "$(sql "SELECT id FROM aid WHERE slug = 'detr-deux-sevres'")" \
    "$base/aides/detr-deux-sevres/" "$base/aides/detr-deux-sevres?page=2#contact" /aides/detr-deux-sevres; do
	is "history: of $aid" "$(guichet history "$aid" 2>&1)" "$said"
done
for aid in "$base/aides/" nulle-part; do
	guichet history "$aid" > "$work/said" 2>&1
	is "history: of $aid: exit 1" $? 1
	matches "history: of $aid: what is wanted" "$(cat "$work/said")" 'an id, a slug or the address of its page'
done
