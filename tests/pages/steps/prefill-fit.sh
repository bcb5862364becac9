# Aids whose own facts are unsure do not stop anybody; one that is closed does.
guichet demarche offer 900002 lieu-tu probe-close-hier probe-a-venir probe-niort \
    > /dev/null || bail 'the démarche was not offered'
# fit SLUG WHO: what the first step says, in words.
fit() {
	get "/aides/$1/candidater/?authority=$2&format=xml" > "$body"
	xmllint --nonet --noout --relaxng "$root/xsl/page.rng" "$body" 2> /dev/null ||
	    echo invalid
	xpath 'concat(//apply/@step, " ", //fit/@stops, " ", //fit/@place, " ", //fit/@body, " ", //fit/@when)'
}
is 'without a territory: who asks goes on, and is told' \
    "$(fit lieu-tu 217901099)" 'facts  unknown yes open'
matches 'without a territory: whom to ask' \
    "$(get '/aides/lieu-tu/candidater/?authority=217901099')" \
    'À vérifier auprès de.*Syndicat des eaux'
is 'for a commune of theirs: a part' "$(fit probe-niort 200041317)" \
    'facts  part unknown open'
is 'closed yesterday' "$(fit probe-close-hier 217901099)" 'who true yes unknown closed'
is 'not open yet' "$(fit probe-a-venir 217901099)" 'who true yes unknown early'
matches 'closed: said before anything is typed' \
    "$(get /aides/probe-close-hier/candidater/)" 'closes depuis le'
