# programs-page.sh - a page that "make page" writes, and those that it refuses: the part
# of programs.sh that it reads, in its copy of the tree.

run_make page NAME=zone-list > "$copy/log" 2>&1
tap 'make page writes a page' $?
matches 'and says what to edit' "$(cat "$copy/log")" 'xsl/search/zone-list\.xsl'
# no NAME WHY [PROGRAM]: a page of that name is refused, and nothing is written.
no() {
	if through_make; then
		said=$(run_make page "NAME=$1" ${3:+"PROGRAM=$3"} 2>&1)
	else
		said=$(conf/new-page.sh "$1" "${3:-search}" 2>&1)
	fi
	[ $? -ne 0 ]
	tap "no page \"$1\"${3:+ of $3}" $?
	matches 'and the remedy' "$said" "$2"
}
no '' 'it needs a name: make page NAME='
no nowhere 'write PROGRAM=prefill or ' nothing
once=yes
no 'Été' 'cannot be an address: write'
no '../x' 'cannot be an address: write'
no 'a--b' 'cannot be an address: write'
for word in static int main none max; do
	no $word 'a word of C, or a name that the house keeps: choose'
done
no guichet-4 'begins as the constant pages .*: choose'
no zone-list 'taken by sql/queries/zone-list.sql: choose'
no territoires 'taken by cgi-bin/search.c:[0-9]+: choose'
no aid 'taken by xsl/aids/aid.xsl: choose'
no demarches 'taken by cgi-bin/prefill.c:[0-9]+: choose'
line=$(grep -n '{ "/aides/"' cgi-bin/search.c | cut -d: -f1)
no aides "taken by cgi-bin/search.c:$line: choose"
no other 'write PROGRAM=prefill or ' nothing
no sante 'taken by cgi-bin/lib/process/health.h:[0-9]+: choose'
no cadre 'taken by cgi-bin/lib/site/portal.h:[0-9]+: choose'
no suggest 'taken by cgi-bin/search.c:[0-9]+: choose'
no financeurs 'passes /financeurs/ to search: write PROGRAM=search, or a name below .*/demarches' \
    prefill
once=
sed -i '/^\[prefill\]/,/^$/s|^locations *=.*|& /depots|' conf/programs
no depots 'nginx passes /depots/ to prefill: write PROGRAM=prefill'
sed -i '/^\[prefill\]/,/^$/s| /depots$||' conf/programs
