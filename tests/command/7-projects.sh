# Project types: a table that an administrator edits, general kinds in it.

bad_table 'nom;categorie;requis;exclus\n' 'no project' 'no project' projects
bad_table 'nom;categorie;requis;exclus\nUn projet;;x;\n' 'line 2: "categorie"' \
    'a project of no category' projects
bad_table 'nom;categorie;requis;exclus\nUn projet;a;x;\nUn  projet !;a;x;\n' 'line 3: .* too like' \
    'two projects of one address' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général;bâti;\nUn projet;a;[B] | [C];\n' \
    'line 3: "Un projet": no general kind is named "C"' 'a general kind that is not there' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général;x + y;\nUn projet;a;[B];\n' \
    'line 2: "B": a general kind has wordings alone' 'a general kind of groups' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général;x;y\nUn projet;a;[B];\n' \
    'line 2: "B": a general kind has wordings alone' 'a general kind that excludes' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général;x;\nB;genre général;y;\nUn projet;a;[B];\n' \
    'line 3: "B": it is there twice' 'a general kind twice' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général;x;\n' 'no project' 'general kinds alone' projects
bad_table 'nom;categorie;requis;exclus\nB;genre général; | ;\nUn projet;a;[B];\n' \
    'line 2: "B": a general kind has wordings alone' 'a general kind of no wordings' projects

# Brackets are around the whole of a wording.  lone WORDINGS WHAT: those of a line.
lone() {
	bad_table "nom;categorie;requis;exclus\nB;genre général;bâti;\nUn projet;a;$1\n" \
	    'line 3: "Un projet": in "[^|+]*", brackets do not hold' "brackets: $2" projects
}
lone '[B | école;' 'one that opens alone'
lone 'B] | école;' 'one that closes alone'
lone 'école [B] neuve;' 'a name amid a wording'
lone '[B] neuf;' 'a name that begins one'
lone '[[B]];' 'twice'
lone '[B][B];' 'two names in a wording'
lone 'école;[B' 'one that excludes'
lone 'école + ] | x;' 'in another group'

# What would be left out is refused, general kinds opened.
many=$(seq -s ' | ' 63)
bad_table "nom;categorie;requis;exclus\nUn projet;a;$many | x | y;\n" \
    'line 2: "Un projet": 65 wordings in a group' 'a wording too many' projects
bad_table "nom;categorie;requis;exclus\nUn projet;a;x;$many | x | y\n" \
    'line 2: "Un projet": 65 wordings in a group' 'one too many that excludes' projects
bad_table "nom;categorie;requis;exclus\nGros;genre général;$many | x;\nUn projet;a;[Gros] | y;\n" \
    'line 3: "Un projet": 65 wordings in a group' 'a wording too many by a general kind' projects
bad_table "nom;categorie;requis;exclus\nUn projet;a;$(seq -s ' + ' 9);\n" \
    'line 2: "Un projet": 9 groups' 'a group too many' projects

# What a general kind says is in effect for all that name it; a table without any is
# taken as ever.
guichet export projects > "$work/projects.csv"
{ cat "$work/projects.csv"; echo 'Un projet;a;toiture | zinzolin;'; } > "$work/old.csv"
{ cat "$work/projects.csv"; echo 'Un projet;a;[Toits] | zinzolin;'; echo 'Toits;genre général;toiture;'; } \
    > "$work/kinds.csv"
guichet import projects "$work/old.csv" > /dev/null
old=$(total project_reference_id=un-projet)
guichet import projects "$work/kinds.csv" > /dev/null
is 'projects: a general kind is as its wordings' "$old $(total 'project_reference_id=un-projet&page=1')" "$old $old"
[ "$old" -gt 0 ]
tap 'which find aids' $?
{ sed '/^Un projet;/d' "$work/kinds.csv"; echo "Un projet;Genre;[Gros] | y + [Gros] + $(seq -s ' + ' 6);"
    echo "Gros;Genre  Général;$many;"; echo 'Seul;genre général;x;'; } > "$work/full.csv"
said=$(guichet import projects "$work/full.csv" 2>&1)
is 'projects: as many wordings and groups as are read: exit 0' $? 0
matches 'projects: how many, and how many general kinds' "$said" \
    "^$(grep -c . "$work/old.csv" | awk '{ print $1 - 1 - '"$(grep -c ';genre général;' "$work/old.csv")"' }') project types, general kinds: $(($(grep -c ';genre général;' "$work/old.csv") + 3))\$"
matches 'projects: a general kind that none names' "$said" "line $(grep -c . "$work/full.csv"): no project names the general kind \"Seul\""
matches 'projects: and another' "$said" 'no project names the general kind "Toits"'
is 'projects: and no more' "$(echo "$said" | grep -c 'no project names')" 2
is 'projects: "genre" is a category as any other' \
    "$(guichet export projects | grep -c '^Un projet;Genre;')" 1
guichet import projects "$work/kinds.csv" > /dev/null
guichet export projects | grep -q '^Toits;genre général;toiture;'
tap 'and it goes out with the projects' $?
guichet import projects "$work/projects.csv" > /dev/null

ids=$(sql "SELECT GROUP_CONCAT(id ORDER BY name) FROM project_type")
guichet import projects "$work/projects.csv" > /dev/null
guichet export projects | cmp -s - "$work/projects.csv"
tap 'projects: what goes out comes in' $?
is 'projects keep their ids' \
    "$(sql "SELECT GROUP_CONCAT(id ORDER BY name) FROM project_type")" "$ids"

# A cut table empties nothing, a trial writes nothing.
sed -n '1,25p' "$work/projects.csv" > "$work/cut-projects.csv"
kept 'projects: a cut table' project_type 'rows would be lost' 1 projects "$work/cut-projects.csv"
kept 'projects: a trial' project_type 'nothing was written' 0 projects --dry-run "$work/projects.csv"
