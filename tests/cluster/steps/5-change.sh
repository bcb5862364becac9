# What is changed on a machine shows on the other one a second later.

title() { at front curl -s "http://10.1.0.2$1:8080/aides/action-coeur-de-ville/" | sed -n 's/.*<h1[^>]*>\([^<]*\).*/\1/p' | head -n 1; }
for turn in 1 2 3; do
	title 2 > /dev/null
	guichet_at 1 aid set action-coeur-de-ville name "Cœur de ville $turn" > "$work/set" 2>&1 || note "$(cat "$work/set")"
	is "change $turn shows at once where it was made" "$(title 1)" "Cœur de ville $turn"
	sleep 1
	is "change $turn shows on the other machine a second later" "$(title 2)" "Cœur de ville $turn"
done
