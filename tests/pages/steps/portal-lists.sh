# Lists of a portal: its first page leads to them, and its map has the departments that it
# is for; what a card in a frame is when its aid is gone.
at=/portails/deux-sevres
get $at/ > "$work/first"
for list in programmes partenaires cartographie calendrier; do
	matches "a portal leads to $at/$list/" "$(cat "$work/first")" "<a class=\"fr-link\" href=\"$at/$list/\">"
done
is 'its map: all are drawn, and one is counted' "$(get "$at/cartographie/?format=xml" |
    xmllint --xpath 'concat(count(//department[@path]), " ", count(//department[@aids]))' -)" '101 1'
is 'nor has it the pages of others' "$(status_of $at/cartographie/79-deux-sevres/) $(status_of $at/cartographie/35-ille-et-vilaine/)" \
    '200 404'
is 'one whose question has no place: all' "$(get '/portails/fonds-vert/cartographie/?format=xml' |
    xmllint --xpath 'count(//department[not(@aids)])' -)" 0
is 'the card of an aid that is gone is no taller' "$(status_of $at/cadre/aides/rien/carte/) $(get $at/cadre/aides/rien/carte/ |
    tr -d '\n' | sed 's/.*<\/h1>//; s/<[^>]*>//g')" '404 Cette aide n’est plus proposée ici.Aides de l’État en Deux-Sèvres'
matches 'and leads out of the frame' "$(get $at/cadre/aides/rien/carte/)" "<a target=\"_top\" href=\"$at/\">Aides de l’État"
matches 'outside a frame, a whole page' "$(get $at/aides/rien/carte/)" '<h1>Page introuvable'
