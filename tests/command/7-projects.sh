# Kinds of projects: a table that an administrator edits, general kinds in it.

bad_table 'nom;categorie;requis;exclus\n' 'no project' 'no project' projects
bad_table 'nom;categorie;requis;exclus\nUn projet;;x;\n' 'line 2: "categorie"' \
    'a project of no category' projects
bad_table 'nom;categorie;requis;exclus\nUn projet;a;x;\nUn  projet !;a;x;\n' 'line 3: .* too like' \
    'two projects of one address' projects
bad_table 'nom;categorie;requis;exclus\nB;genre;bâti;\nUn projet;a;[B] | [C];\n' \
    'line 3: no general kind is named "C"' 'a general kind that is not there' projects
bad_table 'nom;categorie;requis;exclus\nB;genre;x + y;\nUn projet;a;[B];\n' \
    'line 2: "B": a general kind has wordings alone' 'a general kind of groups' projects
bad_table 'nom;categorie;requis;exclus\nB;genre;x;y\nUn projet;a;[B];\n' \
    'line 2: "B": a general kind has wordings alone' 'a general kind that excludes' projects
bad_table 'nom;categorie;requis;exclus\nB;genre;x;\nB;genre;y;\nUn projet;a;[B];\n' \
    'line 3: "B": it is there twice' 'a general kind twice' projects
bad_table 'nom;categorie;requis;exclus\nB;genre;x;\n' 'no project' 'general kinds alone' projects

# What a general kind says is in effect for all that name it; a table without any is
# taken as ever.
guichet export projects > "$work/projects.csv"
{ cat "$work/projects.csv"; echo 'Un projet;a;toiture | zinzolin;'; } > "$work/old.csv"
{ cat "$work/projects.csv"; echo 'Un projet;a;[Toits] | zinzolin;'; echo 'Toits;genre;toiture;'; } \
    > "$work/kinds.csv"
guichet import projects "$work/old.csv" > /dev/null
old=$(total project_reference_id=un-projet)
guichet import projects "$work/kinds.csv" > /dev/null
is 'projects: a general kind is as its wordings' "$old $(total 'project_reference_id=un-projet&page=1')" "$old $old"
[ "$old" -gt 0 ]
tap 'which find aids' $?
guichet export projects | grep -q '^Toits;genre;toiture;'
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
