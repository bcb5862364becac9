# Démarches of DS: their schemas, what changed, sources, proposals, reports.

# has NAME PATTERN: what was said last.
has() { matches "$1" "$said" "$2"; }
# A key of a champ by the number of its id.
key() { printf 'champ_%s' "$(printf 'Champ-%s' "$1" | base64 | tr -d '=\n')"; }
bring() {
	said=$(guichet import demarche "$1" 2>&1)
	left=$?
}
# Hints of the test's own, for the proposals not to follow the table's changes.
sql "DELETE FROM fact_label; INSERT INTO fact_label VALUES
  ('project.title', 'Text Textarea', 1, 'intitule', '', '', ''),
  ('signatory.last-name', 'Text', 2, 'nom + representant', '', 'porteur', 'authority.kind=commune'),
  ('authority.arrondissement', 'DropDownList', 3, 'arrondissement', '', '', ''),
  ('plan', 'Repetition', 4, 'plan de financement', '', '', ''),
  ('plan.funder', 'Text', 5, 'financeur', '', '', ''),
  ('plan.amount', 'IntegerNumber', 6, 'montant', '', '', '')"

# ---- what goes in comes out ----

# same_champs NAME FILE NUMBER
same_champs() {
	told "$2" > "$work/told"
	held "$3" > "$work/held"
	[ -s "$work/told" ] && cmp -s "$work/told" "$work/held"
	tap "$1: each label, description and option to the byte" $?
	[ "$status" = 0 ] || diff "$work/told" "$work/held" | head -4 | cut -c1-200 | sed 's/^/# /'
}
status=0
before=$(version)
bring command/demarche-1.json
is 'a démarche: exit 0' $left 0
has 'its champs are counted' '^démarche 700001, "Aide aux écoles.: essai": 18 champs, 2 annotations$'
has 'it is new' '^it is new here$'
is 'the version of the data rises' "$(version)" $((before + 1))
same_champs 'a schema' command/demarche-1.json 700001
is 'the whole schema is kept' "$(sql "SELECT SHA2(body, 256) FROM demarche_revision WHERE demarche = 700001")" \
    "$(sha256sum < command/demarche-1.json | cut -d' ' -f1)"
is 'what the démarche is' "$(sql "SELECT CONCAT_WS(' ', slug, state, individual, closes_on) FROM demarche
    WHERE number = 700001")" 'essai-import publiee 0 2027-06-30'
is 'a condition of a champ' "$(sql "SELECT visible_if FROM champ WHERE id = 105")" \
    '["=",["champ","Q2hhbXAtMTAz"],"Commune"]'

# ---- proposals ----

proposals() {
	sql "SELECT CONCAT_WS(' ', id, block, source, only_if, state) FROM champ_source
	    WHERE demarche = 700001 ORDER BY id, block, place"
}
is 'proposals' "$(proposals)" "104 0 signatory.last-name authority.kind=commune proposed
105 0 authority.arrondissement authority.department=79 proposed
107 0 project.title  proposed
114 0 plan  proposed
115 114 plan.funder  proposed
116 114 plan.amount  proposed"
has 'they are counted' '^6 sources proposed$'

# ---- sources ----

head='demarche;champ;libelle;source;condition;etat'
sources() {
	{ echo "$head"; cat; } > "$work/sources.csv"
	said=$(guichet import sources "$work/sources.csv" 2>&1)
	left=$?
}
sql "INSERT INTO champ_source VALUES (9, 1, 0, 1, 'aid.name', '', 'confirmed', 'Autre démarche')"
before=$(version)
sources <<CSV
700001;$(key 103);Nature du demandeur;authority.kind;;confirmé
700001;$(key 103);Nature du demandeur;"""EPCI à fiscalité propre""";authority.kind=epci & authority.department!=988;confirmé
700001;$(key 104);Nom du représentant légal;signatory.last-name;;Confirme
700001;$(key 107);Intitulé du projet;project.title;;confirmé
700001;$(key 109);;project.cost;;confirmé
700001;$(key 118);Avez-vous commencé ?;;;confirmé
700001;$(key 114);;plan;;confirmé
700001;$(key 114)/$(key 115);;plan.funder;;confirmé
700001;$(key 114)/$(key 116);;plan.amount[funder=detr|dsil];;proposé
700001;$(key 113);Devis;project.title;;confirmé
700001;$(key 115);Financeur;plan.name;;confirmé
700002;$(key 1);Pas encore importée;project.title;;confirmé
CSV
is 'sources: exit 0' $left 0
has 'they are counted' '^sources: 12 lines, of 2 démarches$'
has 'a champ that is not prefilled is said' "line 11, .*$(key 113) \"Devis\": a champ of type \"attachment\""
has 'a champ that is not there too' "line 12, .*$(key 115) \"Financeur\": the form does not have this champ"
is 'and nothing else' "$(printf '%s\n' "$said" | grep -c ' line ')" 2
is 'others keep theirs' "$(sql "SELECT label FROM champ_source WHERE demarche = 9")" 'Autre démarche'
is 'no label: that of the schema' "$(sql "SELECT label FROM champ_source WHERE demarche = 700001 AND id = 109")" \
    'Coût total'
[ "$(version)" -gt "$before" ]
tap 'in effect at once' $?
guichet export sources > "$work/out.csv"
is 'the first line names the columns' "$(head -n 1 "$work/out.csv")" "$bom$head"
is 'in the order of the form' "$(grep '^700001;' "$work/out.csv" | head -n 2 | cut -d';' -f4)" "authority.kind
\"\"\"EPCI à fiscalité propre\"\"\""
guichet import sources "$work/out.csv" > /dev/null
guichet export sources | cmp -s - "$work/out.csv"
tap 'what goes out comes in' $?
sources <<CSV
700001;$(key 107);;aid.name;;confirmé
CSV
is 'a table of one champ spares the others' "$(guichet export sources 700001 | sed 1d | wc -l |
    tr -d ' ') $(guichet export sources 700001 | grep -c "$(key 107);.*;aid.name;")" \
    "$(grep -c '^700001;' "$work/out.csv") 1"
guichet import sources "$work/out.csv" > /dev/null
is 'of one démarche' "$(guichet export sources 700002)" "$bom$head
700002;$(key 1);Pas encore importée;project.title;;confirmé"

# bad_line LINE PATTERN NAME: nothing is written.
bad_line() {
	before=$(version) sums=$(sql 'CHECKSUM TABLE champ_source')
	sources <<CSV
$1
CSV
	is "$3: it fails" $left 1
	has "$3: it says why" "$2"
	is "$3: nothing is written" "$(version) $(sql 'CHECKSUM TABLE champ_source')" "$before $sums"
}
k=$(key 107)
bad_line "700001;$k;x;project.titre;;confirmé" 'line 2: "project.titre": there is no such fact' 'no such fact'
bad_line "700001;$k;x;plan.amount[payer=detr];;confirmé" 'no such column' 'no such column'
bad_line "700001;$k;x;plan.amount[funder=dtr];;confirmé" 'no such value' 'no such value'
bad_line "700001;$k;x;project.title;authority.kind;confirmé" 'not written' 'a condition that is none'
bad_line "700001;$k;x;project.title;authority.kind=ville;confirmé" 'no such value' 'no such value of a condition'
bad_line "700001;$k;x;project.title;;oui" 'line 2: "oui": the state' 'no such state'
bad_line "700001;$k;x;project.title;;" 'the state' 'no state'
bad_line "700001;champ_Q2hhbXA;x;project.title;;confirmé" 'no key of a champ' 'no key'
bad_line "700001;$k/;x;project.title;;confirmé" 'no key of a champ' 'half a key'
bad_line "0;$k;x;project.title;;confirmé" 'no number' 'no number'
bad_line "7e5;$k;x;project.title;;confirmé" 'no number' 'a number that is none'
bad_line "700001;$k;x;project.title;confirmé" 'line 2 refused: 5 fields' 'a field too few'
bad_line "700001;$k;x;project.title;;confirmé
700001;$k;x;project.titre;;confirmé" 'line 3' 'the second line'
bad_line "$(for i in $(seq 201); do echo "700001;$k;x;project.title;;confirmé"; done)" 'too many lines' \
    'too many lines of a champ'

# ---- what changes ----

guichet propose 700001 > /dev/null
is 'explicit lines stay, others are made anew' "$(proposals | grep -c 'confirmed$') $(proposals | grep 'proposed$')" \
    "10 105 0 authority.arrondissement authority.department=79 proposed
116 114 plan.amount  proposed"
bring command/demarche-1.json
has 'again: unchanged' '^its revision is unchanged$'
is 'again: no other revision' "$(sql 'SELECT COUNT(*) FROM demarche_revision WHERE demarche = 700001')" 1
sed 's/sig=1/sig=9/; s/"Aide aux écoles/"Aides aux écoles/; s/"publiee"/"close"/' command/demarche-1.json \
    > "$work/signed.json"
bring "$work/signed.json"
has 'another signature of a file: unchanged' '^its revision is unchanged$'
is 'the démarche itself follows' "$(sql "SELECT CONCAT(title, ' ', state) FROM demarche WHERE number = 700001")" \
    "Aides aux écoles$(printf '\302\240'): essai close"
gzip -c command/demarche-2.json > "$work/demarche-2.json.gz"
bring "$work/demarche-2.json.gz"
is 'a file of gzip, in the other shape: exit 0' $left 0
has 'it has a new revision' '^it has a new revision$'
same_champs 'the other shape' command/demarche-2.json 700001
is 'what this shape does not say stays' "$(sql "SELECT CONCAT(slug, ' ', individual) FROM demarche
    WHERE number = 700001")" 'essai-import 0'
has 'a champ came' "^  added: \"Début des travaux\" \\($(key 121)\\)\$"
has 'a champ went' "^  gone: \"Avez-vous commencé \\?\" \\($(key 118)\\)\$"
has 'options changed' "^  changed: \"Nature du demandeur\" .*: options added: \"EPCI\"; options gone: \"EPCI à fiscalité propre\"\$"
has 'a label changed' '^  changed: "Fonction du représentant légal" .*: its label was "Nom du représentant légal"$'
has 'a type changed' '^  changed: "Coût total" .*: its type was "whole number", it is "attachment"$'
has 'an obligation and an order changed' '^  changed: "Dotations" .*: it is no longer required; options in another order$'
is 'and no other' "$(printf '%s\n' "$said" | grep -cE '^  (added|gone|changed)')" 7
has 'broken: the label' '^  broken source: signatory.last-name of "Nom du .*: the label was "Nom .*, it is "Fonction'
has 'broken: the type' '^  broken source: project.cost of "Coût total" .*"attachment" is not prefilled$'
has 'broken: the constant' '^  broken source: "EPCI à fiscalité propre" of "Nature .*: this is none of the options$'
has 'broken: the champ' '^  broken source: never of "Avez-vous commencé \?" .*: the form does not have this champ$'
is 'and no other: case and accents do not count' "$(printf '%s\n' "$said" | grep -c 'broken')" 6
is 'the older revision stays' "$(sql 'SELECT COUNT(*) FROM demarche_revision WHERE demarche = 700001')" 2
before=$(sql 'CHECKSUM TABLE champ')
bring command/demarche-1.json
has 'back to the older one' '^a former revision is in force again$'
is 'its champs are not written again' "$(sql 'CHECKSUM TABLE champ')" "$before"
is 'but in force' "$(held 700001 | grep -c .)" 20

# ---- what is refused ----

# edit FILTER: the schema, edited.
edit() { jq "$1" command/demarche-1.json > "$work/edited.json"; }
demarches() { sql 'SELECT (SELECT version FROM data_version), COUNT(*), SUM(revision_id) FROM demarche'; }
# bad_schema NAME FILTER PATTERN
bad_schema() {
	before=$(demarches)
	edit "$2"
	bring "$work/edited.json"
	is "$1: exit 1" $left 1
	has "$1: it says why" "$3"
	is "$1: nothing is written" "$(demarches)" "$before"
}
bad_schema 'an id twice' '.revision.champDescriptors += [.revision.champDescriptors[0]]' \
    'the champs "1. Le porteur" and "1. Le porteur" have one id'
bad_schema 'an option of two lines' '.revision.champDescriptors[2].options[0] = "a\nb"' \
    'the champ "Nature du demandeur" \(Q2hhbXAtMTAz\): an option is of several lines'
bad_schema 'an id that is none' '.revision.champDescriptors[2].id = "abc"' '"Nature du demandeur" \(abc\): its id'
bad_schema 'no revision' 'del(.revision)' 'neither "revision" nor "activeRevision"'
bad_schema 'a list' '[.]' 'neither "revision"'
bad_schema 'over 8 MB' '.description = ("x" * 9000000)' 'too big'
bring "$work/none.json"
is 'no such file: exit 1' $left 1
has 'no such file: it says so' 'none.json" is no file'

# Long labels, options and lists.
edit '.number = 700003 | .demarcheURL = null | .title = ("t" * 70000) |
    .revision.champDescriptors[2] |= (.label = ("é" * 70000) |
    .options = [range(20000) | "option \(.) \("o" * 300)"])'
bring "$work/edited.json"
is 'nothing is cut: exit 0' $left 0
same_champs 'nothing is cut' "$work/edited.json" 700003

# ---- which aids lead to it ----

links() {
	sql "SELECT GROUP_CONCAT(a.name ORDER BY a.name) FROM aid_demarche l JOIN aid a ON a.id = l.aid_id
	    WHERE l.demarche = 700001"
}
url=https://www.demarches-simplifiees.fr/commencer
cat > "$files/links.jsonl" <<JSON
{"id": "L1", "name": "Lien un", "application_url": "$url/essai-import"}
{"id": "L2", "name": "Lien deux", "application_url": "$url/essai-import?x=1", "origin_url": "https://a.example/"}
{"id": "L3", "name": "Lien trois", "origin_url": "$url/test/essai-import/"}
{"id": "L4", "name": "Lien plus long", "application_url": "$url/essai-import-2"}
{"id": "L5", "name": "Lien sans commencer", "application_url": "https://a.example/essai-import"}
{"id": "L6", "name": "Lien autre", "application_url": "$url/un-essai-import"}
JSON
take links "$files/links.jsonl"
is 'aids that lead to it, at their import' "$(links)" 'Lien deux,Lien trois,Lien un'
sql 'DELETE FROM aid_demarche'
bring command/demarche-1.json
is 'and at its own' "$(links)" 'Lien deux,Lien trois,Lien un'
has 'they are counted' '^3 aids lead to it$'
is 'the administrator offers one' "$(guichet demarche offer 700001 lien-autre lien-un)" \
    '2 aids are applied to by démarche 700001'
bring command/demarche-1.json
is 'it stays' "$(links)" 'Lien autre,Lien deux,Lien trois,Lien un'
sed -i '1,2s/essai-import/ailleurs/' "$files/links.jsonl"
take links "$files/links.jsonl"
is 'an address that goes elsewhere leads there; what was offered stays' "$(links)" 'Lien autre,Lien trois,Lien un'
guichet demarche withdraw 700001 lien-autre lien-un > /dev/null
is 'the administrator takes two back' "$(links)" 'Lien trois'
said=$(guichet demarche offer 700001 lien-un personne 2>&1)
is 'no such aid: exit 1' $? 1
has 'no such aid: it says so' 'no aid has the address "personne"'
is 'no such aid: nothing is written' "$(links)" 'Lien trois'
said=$(guichet demarche offer 123 lien-un 2>&1)
is 'no such démarche: exit 1' $? 1
has 'no such démarche: it says so' 'démarche 123 was never imported'

# ---- the report ----

said=$(LANGUAGE=fr TEXTDOMAINDIR=$build/locale guichet report 700001)
is 'report: exit 0' $? 0
has 'its title' '^Aide aux écoles'
has 'how many champs' '^champs.: 18, dont titres et explications.: 3.; annotations.: 2$'
has 'how many are prefilled' '^préremplissables.: 12.; avec une source.: 8 \(confirmée.: 6, proposée.: 2\)$'
has 'a section' '^2\. Le projet$'
has 'a source, required' '^  Nature du demandeur.\*  +choix  +collectivité.: Type de$'
has 'a condition' '^ +sinon le texte «.EPCI à fiscalité$'
has 'nothing' '^  Catégorie  +choix  +à saisir par le demandeur$'
has 'what is not prefilled' '^  EPCI  +deux choix liés  +non préremplissable \(deux choix$'
has 'what broke' '^ +CASSÉ.: un champ de type «.pièce$'
has 'a child of a block' '^    Financeur.\*  +texte court  +financement.: Financeur$'
has 'a proposal' '\(proposé\)$'
! printf '%s\n' "$said" | grep -qE '^.{101,}'
tap 'in 100 columns' $?
guichet report 123 > /dev/null 2>&1
is 'report: no such démarche' $? 1
guichet report essai > /dev/null 2>&1
is 'report: no number' $? 1

# A schema that lost its champs would drop the sources of its form: it asks.
jq '(.data.demarche // . | (.revision // .activeRevision) | .champDescriptors) |= []' \
    command/demarche-1.json > "$work/no-champ.json" 2> /dev/null ||
	sed 's/"champDescriptors": *\[.*\]/"champDescriptors": []/' command/demarche-1.json > "$work/no-champ.json"
held 700001 > "$work/held-before"
before=$(version)
bring "$work/no-champ.json"
is 'a schema without champs: exit 1' $left 1
held 700001 | cmp -s - "$work/held-before"
tap 'a schema without champs: the form is whole' $?
is 'a schema without champs: nothing is written' "$(version)" "$before"
said=$(guichet import demarche --dry-run command/demarche-1.json 2>&1)
is 'a démarche, a trial: exit 0' $? 0
has 'a démarche, a trial: said' 'nothing was written'
is 'a démarche, a trial: nothing is written' "$(version)" "$before"
guichet export sources 99 > "$work/out" 2> "$work/err"
is 'sources of no démarche: exit 1' $? 1
is 'sources of no démarche: no table' "$(cat "$work/out")" ''
