# Answers that a reader keeps in a file, and brings back: none is lost, none is kept
# here, and a file of anyone's making does no harm.
door=/aides/detr-deux-sevres/candidater/
kept=$work/kept.xml
key=c0000000000000000000000000000077
ours='Sec-Fetch-Site: same-origin'

# keep FIELD...: asks for the file of a form; its headers are in $head.
keep() {
	for field in "$@"; do set -- "$@" --data-urlencode "$field"; shift; done
	curl -s -H "$ours" -D "$head" -o "$kept" "$base$door?demarche=900002&format=answers" \
	    -d step=keep -d "form=$(token $key)" -d perimeter_id=1032152 "$@"
}
# bring FILE [ADDRESS]: sends it on the first step, and reads the document of the
# page that came.
bring() {
	status=$(curl -s -o "$body" -w '%{http_code}' --max-time 20 \
	    "$base${2:-$door}?format=xml" -F "file=@$1")
	xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2> /dev/null ||
	    note 'the document is not valid'
}

# The value of a header of the last file.
header() { sed -n "s/^$1: *//Ip" "$head" | tr -d '\r'; }

keep 'project.title=Toit « plat » <b> & "murs"' 'project.summary=un
deux' 'project.start=3 mars 2027' 'plan.2.amount=beaucoup' 'plan.2.funder=region' \
    'project.place=' 'couleur=bleu'
is 'kept: by the grammar' "$(xmllint --nonet --noout --relaxng \
    "$root/xsl/apply/answers.rng" "$kept" 2>&1)" "$kept validates"
is 'kept: a file' "$(header Content-Disposition)" \
    'attachment; filename="reponses-detr-deux-sevres-2026-11-22.xml"'
is 'kept: no other copy' "$(header Cache-Control)" 'no-store'
is 'kept: no cookie' "$(header Set-Cookie)" ''
is 'kept: what is no answer is not there' "$(grep -c couleur "$kept")" 0
is 'a GET has no answers to keep' "$(status_of "$door?format=answers")" 400

bring "$kept"
is 'brought back: the second step' "$(xpath //apply/@step)" facts
is 'brought back: a title' "$(xpath '//fact[@name = "project.title"]/value')" \
    'Toit « plat » <b> & "murs"'
is 'brought back: two lines' "$(xpath '//fact[@name = "project.summary"]/value' |
    tr '\n' '|')" 'un|deux|'
is 'brought back: as it was typed' \
    "$(xpath '//fact[@name = "project.start"]/value')" '3 mars 2027'
is 'brought back: even what could not be read' \
    "$(xpath 'concat(//fact[@name = "plan.2.amount"]/value, //fact[@name = "plan.2.amount"]/@fault)')" \
    beaucoupamount
is 'brought back: what was emptied stays empty' \
    "$(xpath 'concat(count(//fact[@name = "project.place"]/value), //fact[@name = "project.place"]/value)')" 1
is 'the key of the form is not in the file' "$(grep -c $key "$kept")" 0
[ "$(xpath 'substring-before(//apply/@form, "-")')" != $key ]
tap 'brought back: a key of its own' $?
is 'brought back: no draft was made' "$(xpath 'count(//brought/@made)')" 0
sed "s/<answers /&form=\"$key\" /" "$kept" > "$work/other.xml"
bring "$work/other.xml"
[ "$(xpath 'substring-before(//apply/@form, "-")')" != $key ]
tap 'a key in the file is not taken' $?
bring "$kept"
is 'brought back: the same authority' "$(xpath //authority/@perimeter)" 1032152
is 'brought back: said so' "$(xpath //brought/@saved)" 2026-11-22
is 'brought back: nothing is left out' "$(xpath 'count(//dropped)')" 0
is 'nothing is written in the base' \
    "$(sql "SELECT COUNT(*) FROM draft WHERE form = '$(printf 'form\n%s' "$key" | sha256sum | cut -c1-32)'")" 0

# An answer of another form, and names that are none.
sed 's/aid="[^"]*"/aid="fonds-vert-eclairage-public"/
    s|<answer name="project.title">|<answer name="couleur">bleu \&lt;b></answer><answer name="authority.siren">123</answer>&|' \
    "$kept" > "$work/other.xml"
bring "$work/other.xml"
is 'of another aid: said so' "$(xpath //other/@slug)" fonds-vert-eclairage-public
is 'of another aid: what fits is there' \
    "$(xpath '//fact[@name = "project.start"]/value')" '3 mars 2027'
sed 's/aid="[^"]*"/aid="fonds-vert-eclairage-public"/
    s|<answer name="project.title">|<answer name="plan.0.name">CAF</answer><answer name="plan.1.stage">attribuee</answer><answer name="project.works">false</answer><answer name="signatory.office">maire</answer>&|' \
    "$kept" > "$work/words.xml"
curl -s -o "$body" "$base$door" -F "file=@$work/words.xml"
for words in 'Plan de financement, ligne 1, Nom du financeur : « CAF »' \
    'Plan de financement, ligne 2, Où en est la demande : « Accordée »' \
    ' : « Non »' 'représente la collectivité, Fonction : « Maire »'; do
	grep -qF "$words" "$body"
	tap "what has no place is said in words: $words" $?
done
bring "$work/other.xml"
is 'unknown names are said' "$(xpath '//dropped[@name = "couleur"]')" 'bleu <b>'
is 'so is what a form does not ask' "$(xpath 'count(//dropped)')" 2

# A new number of the base for the same authority; none that is known.
sed 's/perimeter="[^"]*"/perimeter="999999"/' "$kept" > "$work/other.xml"
bring "$work/other.xml"
is 'the SIREN says who asks' "$(xpath //authority/@perimeter)" 1032152
sed 's/siren="[^"]*"//; s/perimeter="[^"]*"/perimeter="999999"/' "$kept" \
    > "$work/other.xml"
bring "$work/other.xml"
is 'nobody that is known: asked' "$(xpath //apply/@step)" who
is 'nobody that is known: answers go on' \
    "$(xpath '//typed[@name = "project.start"]')" '3 mars 2027'
is 'nobody that is known: no form yet' "$(xpath 'count(//apply/@form)')" 0

# refused NAME FAULT: of $work/other.xml.
refused() {
	bring "$work/other.xml"
	is "$1: refused" "$status $(xpath //apply/@step) $(xpath //brought/@fault)" \
	    "200 who $2"
}
: > "$work/other.xml"
refused 'no file' empty
echo '<!DOCTYPE answers [<!ENTITY a SYSTEM "file:///etc/passwd">]><answers version="1"><answer name="project.title">&a;</answer></answers>' > "$work/other.xml"
refused 'an entity' xml
is 'an entity: not read' "$(grep -c 'root:' "$body")" 0
head -c 2000 /dev/urandom > "$work/other.xml"
refused 'noise' utf8
head -c 100 "$kept" > "$work/other.xml"
refused 'half a file' xml
sed 's/version="1"/version="2"/; 1d' "$kept" > "$work/other.xml"
refused 'of a later Guichet' version
echo "<answers version=\"1\"$(seq -f ' a%g=""' 40000 | tr -d '\n')/>" \
    > "$work/other.xml"
refused 'a tag of 40,000 attributes' xml
echo '<html/>' > "$work/other.xml"
refused 'a page' foreign
head -c 600000 /dev/zero | tr '\0' ' ' > "$work/other.xml"
is 'too large' "$(curl -s -o /dev/null -w '%{http_code}' "$base$door" \
    -F "file=@$work/other.xml")" 413
is 'a body of another kind' "$(curl -s -o /dev/null -w '%{http_code}' \
    -H 'Content-Type: multipart/form-data; boundary=x' --data-binary 'a=1' \
    "$base$door")" 400
# All that a form may hold comes back: 250 kB of what takes most room in XML.
keep "project.summary=$(head -c 80000 /dev/zero | tr '\0' '<')"
bring "$kept"
is 'the largest form comes back' "$(xpath 'string-length(//fact[@name = "project.summary"]/value)')" 80000

# ---- who asks, asked again ----

# again STEP FIELD...: the document of the page that follows.
again() {
	step=$1
	shift
	for field in "$@"; do set -- "$@" --data-urlencode "$field"; shift; done
	at=$door
	[ "$step" != send ] || at=${door}envoi/
	curl -s -H "$ours" -o "$body" "$base$at?format=xml" -d "step=$step" -d "form=$(token $key)" "$@"
	xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2> /dev/null ||
	    note 'the document is not valid'
}
again who perimeter_id=1032152 authority.name=Échiré 'project.place=79410 Échiré' \
    project.title=Toit
is 'another authority: asked' "$(xpath //apply/@step)$(xpath //apply/@fault)" who
is 'another authority: answers go on' "$(xpath '//typed[@name = "project.title"]')" Toit
is 'another authority: not what was known of the first' "$(xpath 'count(//typed)')" 1
again edit authority=saint-denis project.title=Toit
is 'several: asked again' "$(xpath //apply/@fault)" open
is 'several: answers go on' "$(xpath '//typed[@name = "project.title"]')" Toit
again edit authority= project.title=Toit
is 'none: asked again' "$(xpath //apply/@fault)" empty
is 'none: answers go on' "$(xpath '//typed[@name = "project.title"]')" Toit
again edit perimeter_id=999999 project.title=Toit
is 'a perimeter that is gone: answers go on' \
    "$(xpath '//typed[@name = "project.title"]')" Toit
again edit authority=saint-martin zip=65360 project.title=Toit
is 'a postal code tells which' "$(xpath '//known[@name = "authority.zip"]')" 65360

# ---- the last button, of a page of another day ----

# shown: what the page of the third step shows.
again check perimeter_id=1032152 project.title=Nuit
shown=$(xpath //apply/@shown)
day=${shown%%-*}
# sent SHOWN: presses the button with it.
sent() {
	again send perimeter_id=1032152 project.title=Nuit "shown=$1"
	xpath 'concat(//apply/@step, //apply/@again, " ", //typed[@name = "project.title"], " ", substring-before(//apply/@form, "-"))'
}
is 'of three days ago: shown again, with the same key' \
    "$(sent "$((day - 3))-${shown#*-}")" "checktrue Nuit $key"
is 'and what it shows is of today' "$(xpath //apply/@shown)" "$shown"
is 'of something else: shown again' \
    "$(sent "$day-$(echo "${shown#*-}" | tr 0-9a-f 1-9a-f0)")" "checktrue Nuit $key"
is 'of no day: shown again' "$(sent x)" "checktrue Nuit $key"
is 'nothing was sent' \
    "$(sql "SELECT COUNT(*) FROM draft WHERE champs = 8 AND state = 'none'")" 0
sql 'DELETE FROM draft'
sent "$((day - 2))-${shown#*-}" > /dev/null
is 'of two days ago: sent' \
    "$(sql 'SELECT COUNT(*) FROM draft')" 1
# The file of answers that became a draft says so; nothing in it opens the draft.
keep project.title=Nuit
is 'a draft was made: its day is kept' \
    "$(grep -c 'made="2026-11-2[12]"' "$kept")" 1
is 'a draft was made: not its key' "$(grep -c $key "$kept")" 0
bring "$kept"
is 'a draft was made: said so' "$(xpath 'count(//brought/@made)')" 1
keep project.title=Jour
is 'of other answers, none was' "$(grep -c 'made=' "$kept")" 0
