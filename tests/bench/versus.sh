#!/bin/sh
# versus.sh BASE [ROUNDS [SECONDS]] - what each kind of page costs in the working
# tree, beside the commit BASE: both are built, both run over the same data, and
# they are asked in turn in the same run (versus.mjs).  For each kind: processor
# time per request of the programs and of MariaDB, and the time a reader waits.
# A ratio is the median of the ratios of the rounds: short rounds and many of
# them, since others may use the machine too.  Exits 1 when a kind of page costs
# over 5 % more processor time.
#
# nginx and the client are not counted: they are the same on both sides.
#
# From the environment: BUILD; AIDS, the corpus (else the merged one, else the
# sample); PORTS, the first of a hundred ports.  Leaves $BUILD/versus/result.md.
set -u

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$root" && cd "${BUILD:-build}" && pwd) || exit 2
work=$build/versus log=$work
mkdir -p "$work"
aids=${AIDS:-$root/../shared/data/aids/aids-merged.jsonl.gz}
[ -s "$aids" ] || aids=
# With one process of search, every request meets the same memory.
export AIDS="$aids" WORKERS=1 GUICHET_TODAY=2026-11-22
. "$here/servers.sh"
. "$here/../compare/sites.sh"

PATH=$PATH:/usr/sbin:/sbin
for tool in git node curl jq mariadbd nginx s6-svscan; do
	command -v $tool > /dev/null || refuse "$tool is missing:" \
	    "conf/packages.sh run check installs it"
done

# ---- what is asked ----

# fill SITE BUILD URL: adds what the demo does not load with a corpus of aids:
# funded projects and the national form.
fill() {
	site=$work/$1 build=$2 bare=$3 site_port=${3##*:}
	load_funded
	load_demarche
}

# The file that versus.mjs reads.
write_lines() {
	commune='perimeter_codes%5B%5D=79109'
	list="/aides/?keyword=r%C3%A9novation%20%C3%A9nergie&$commune"
	program=$(curl -s "$base_url/sitemap.xml" |
	    grep -o '/programmes/[^<]\+' | sort | sed -n 1p)
	cat <<-LIST
	list $list
	list-mix @$work/questions
	list-all /aides/
	list-none /aides/?keyword=zzzyyyxxx&$commune
	list-xml $list&format=xml
	list-csv $list&format=csv
	list-atom $list&format=atom
	aid @$work/aids
	home /
	program $program
	funded /projets-finances/?keyword=toiture&$commune
	places /territoires/?q=saint-mar&format=json
	refused /aides/?page=0
	demarche /demarches/$demarche/
	payload /api/demarches/$demarche/payload/ $here/facts.json
	LIST
	# In the sample, an aid has a form.
	[ -n "$aids" ] ||
	    echo "form /aides/detr-deux-sevres/candidater/?authority=217901099"
}

# ---- the walk ----

ours=$build
build_base "${1:-}"
start_both
say "filling both"
fill base "$base_tree/build" "$base_url"
fill new "$ours" "$new_url"
site=$work/base
write_questions
write_lines > "$work/lines"
node "$here/versus.mjs" "$work/lines" "${2:-80}" "${3:-0.1}" \
    "$short" "$base_pid" "$base_url" now "$new_pid" "$new_url" \
    > "$work/result.md"
status=$?
cat "$work/result.md"
exit $status
