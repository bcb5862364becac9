# Schemas that DS shows, by its stand-in, and real ones where the data is at hand.

# ---- by number and by address ----

if command -v node > /dev/null; then
	ds_port=$port
	while ds_port=$((ds_port + 1)); do
		curl -s -o /dev/null --max-time 1 "http://127.0.0.1:$ds_port/"
		[ $? -ne 7 ] || break
	done
	# Of an earlier run, it would be ready at once.
	rm -f "$work/stand-in.log"
	node ds/stand-in.mjs --port $ds_port --schemas ds/schemas > "$work/stand-in.log" 2>&1 &
	sites="$sites $!"
	for _ in $(seq 50); do
		! grep -q ready "$work/stand-in.log" || break
		sleep 0.1
	done
	echo "ds_url = http://127.0.0.1:$ds_port" >> "$site/etc/guichet.conf"
	matches 'by its number' "$(guichet import demarche 900001 2>&1)" '^démarche 900001, '
	slug=$(sql 'SELECT slug FROM demarche WHERE number = 900001')
	matches 'by its address: the same revision' "$(guichet import demarche "$slug" 2>&1)" \
	    '^its revision is unchanged$'
	said=$(guichet import demarche personne 2>&1)
	is 'DS shows none: exit 1' $? 1
	matches 'DS shows none: it says so' "$said" 'shows no démarche "personne"'
	echo "ds_url = http://127.0.0.1:1" >> "$site/etc/guichet.conf"
	said=$(guichet import demarche 900001 2>&1)
	is 'DS does not answer: exit 1' $? 1
	matches 'DS does not answer: it says so' "$said" 'does not answer for "900001"'
fi
said=$(guichet import demarche 'Pas Bon' 2>&1)
is 'no file, number or address: exit 1' $? 1
matches 'no file, number or address: it says so' "$said" 'no file that can be read'

# ---- real ones ----

# The types that DS prefills, and Guichet with it (DS 1.6), written by hand.
prefilled='Text Textarea Email Phone Iban Formatted IntegerNumber DecimalNumber Checkbox YesNo
Civilite Date Datetime DropDownList MultipleDropDownList Commune Epci Departement Region Pays
Address Siret DossierLink Repetition'
flat='def walk: .[] | [.id, "", .__typename, .label],
      (.id as $b | .champDescriptors // [] | .[] | [.id, $b, .__typename, .label]);
    .revision // .activeRevision'

# real FILE NUMBER CHAMPS ANNOTATIONS: those of no block, as they were counted.
real() {
	file=$root/../shared/data/ds/$1
	[ -f "$file" ] || return 0
	guichet import demarche "$file" > "$work/said" 2>&1
	is "$1: champs and annotations" "$(sql "SELECT SUM(NOT private AND block = 0), SUM(private AND block = 0)
	    FROM champ JOIN demarche USING (revision_id) WHERE number = $2" | tr '\t' ' ')" "$3 $4"
	told "$file" > "$work/told"
	held "$2" > "$work/held"
	[ -s "$work/told" ] && cmp -s "$work/told" "$work/held"
	tap "$1: each label, description and option to the byte" $?
	# A source for each champ: those that cannot be prefilled are said.
	{
		echo 'demarche;champ;libelle;source;condition;etat'
		jq -r "$flat"' | .champDescriptors | walk | map(gsub("=";"")) |
		    (if .[1] == "" then "" else "champ_" + .[1] + "/" end) + "champ_" + .[0]' "$file" |
		    sed "s/.*/$2;&;;project.title;;proposé/"
	} > "$work/all.csv"
	guichet import sources "$work/all.csv" 2>&1 | sed -n 's/.*: \(champ_[^ ]*\) ".* is not prefilled$/\1/p' |
	    sort > "$work/refused"
	jq -r --arg types "$prefilled" "$flat"' | ($types|[splits("[ \n]+")]) as $t | .champDescriptors | walk |
	    select(.[2]|sub("ChampDescriptor$";"")|IN($t[])|not) | map(gsub("=";"")) |
	    (if .[1] == "" then "" else "champ_" + .[1] + "/" end) + "champ_" + .[0]' "$file" |
	    sort > "$work/wanted"
	[ -s "$work/wanted" ] && cmp -s "$work/wanted" "$work/refused"
	tap "$1: what is prefilled is what DS prefills" $?
}
real schema-public-88444-especes-protegees.json 88444 96 0
real schema-public-128114-especes-protegees-clone-brouillon.json 128114 96 34
real detr-dsil-80892-moselle-2024.json 80892 100 13
real detr-dsil-2024-anonymised-269-champs.json 123456 269 35
real detr-dsil-131016-turgot2-300-champs.json 131016 300 44
matches 'the ready-made sources come in' "$(guichet import sources 2>&1)" '^sources: [0-9]+ lines'
if [ -f "$root/../shared/data/ds/detr-dsil-131016-turgot2-300-champs.json" ]; then
	is 'and suit the real schemas' "$(guichet import sources 2>&1 | grep -c '^  line')" 0
fi
