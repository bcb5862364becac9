# From the results of Niort, every link that means something keeps the place: of ten
# aids, then of the pages that each leads to.
# lost ADDRESS: the links of that page whose pages take a place, and have none.  Those
# of the frame (title), of files, of other sites and of the site itself have no place.
lost() {
	get "$1" | grep -o '<a [^>]*href="/[^"]*"[^>]*>' | grep -v 'title="[^"]*ccueil' |
	    sed 's/.*href="\([^"]*\)".*/\1/; s/&amp;/\&/g' |
	    grep -vE '^/(plan-du-site|accessibilite|mentions-legales|donnees-personnelles|stats|api)/|/vers/|format=' |
	    tee -a "$work/links" | grep -v perimeter | sed "s|^|$1 to |"
}
results='/aides/?perimeter_q=Niort&organization_type_slugs=commune'
: > "$work/links"
aids=$(get "$results" | grep -o 'href="/aides/[a-z][^"]*"' |
    sed 's/href="//; s/"//; s/&amp;/\&/g' | head -n 10)
is 'ten aids for Niort' "$(echo "$aids" | wc -l)" 10
is 'their links keep the place' "$(for aid in $aids; do lost "$aid"; done)" ''
sort -u "$work/links" > "$work/followed"
for kind in '' aides/ programmes/ 'partenaires/[0-9]+-[^?]*' 'aides/[^?]*/candidater/'; do
	matches "they lead to /$kind" "$(cat "$work/followed")" "^/$kind\?.*perimeter"
done
menu() { get "$1" | grep -o '<a class="fr-nav__link" href="/programmes/[^"]*"'; }
is 'and the pages that they lead to keep it' \
    "$(while read -r link; do
	case $(menu "$link") in *perimeter_id=1032216*) ;; *) echo "$link" ;; esac
    done < "$work/followed")" ''
is 'a search alone ("from") begins its application' \
    "$(get '/aides/detr-deux-sevres/candidater/?format=xml&from=keyword%3Dtoit%26perimeter_q%3DNiort' > "$body"
	xpath 'concat(//apply/@step, " ", //authority/@perimeter)')" 'facts 1032216'
is 'one of two places asks who, and goes on' \
    "$(get '/aides/detr-deux-sevres/candidater/?format=xml&from=perimeter_codes%3D79109%26perimeter_codes%3D79191' > "$body"
	xpath 'concat(//apply/@step, " ", //asked/@carry)')" \
    'who ?perimeter_codes=79109&perimeter_codes=79191'
is 'its form, sent empty, takes nothing for granted' \
    "$(get '/aides/detr-deux-sevres/candidater/?format=xml&step=who&from=perimeter_q%3DNiort' > "$body"
	xpath 'concat(//apply/@step, " ", //apply/@fault)')" 'who empty'
is 'whose structure is another asks who' \
    "$(get '/aides/detr-deux-sevres/candidater/?format=xml&from=perimeter_q%3DNiort%26organization_type_slugs%3Dassociation' > "$body"
	xpath 'concat(//apply/@step, " ", //said/@structure)')" 'who association'
is 'the list of forms' "$(lost '/demarches/?perimeter_q=Niort')" ''
is 'a form' "$(lost '/demarches/900002/?perimeter_q=Niort')" ''
