# Feeds are rows, which an administrator adds, changes, tables and removes.
said=$(guichet feed add essai https://exemple.fr/aides.json grace=3 news=reviewable 2>&1)
is 'a feed: exit 0' $? 0
matches 'what it is' "$said" 'news +reviewable'
matches 'what comes next' "$said" '^next: guichet feed test essai, then guichet harvest essai$'
is 'it ends with it' "$(echo "$said" | tail -n 1 | cut -c1-5)" next:
key=$files/open.key
printf 'X-AUTH-TOKEN: clef\n' > "$key"
chmod 644 "$key"
said=$(guichet feed set essai key_file="$key" 2>&1)
is 'a key that all may read: exit 1' $? 1
matches 'what to do with it' "$said" "open to all: chown guichet-harvest $key && chmod 600"
chmod 600 "$key"
guichet feed set essai key_file="$key" > /dev/null 2>&1
is 'a key that is closed: exit 0' $? 0
guichet feed set essai key_file= > /dev/null
is 'a feed: its row' "$(sql "SELECT CONCAT_WS(' ', address, hours, news, grace, is_private) FROM feed")" \
    'https://exemple.fr/aides.json 24 reviewable 3 0'
# refuses NAME PATTERN ARGUMENT...
refuses() {
	name=$1 pattern=$2
	shift 2
	said=$(guichet feed "$@" 2>&1)
	is "$name: exit 1" $? 1
	matches "$name: why" "$said" "$pattern"
}
refuses 'a name in capitals' 'a-z, 0-9 and -' add Essai https://exemple.fr/
refuses 'an address of files' 'an address of the web' add autre file:///etc/passwd
refuses 'an address with a blank' 'an address of the web' add autre 'https://exemple.fr/a b'
secret='http://me:se%40cret@exemple.fr/aides.json'
refuses 'a password in an address' 'Authorization: Basic .*key_file=FILE' add autre "$secret"
is 'it is not said' "$(echo "$said" | grep -c 'se%40cret')" 0
refuses 'a password in an address that is set' 'key_file=FILE' set essai "address=$secret"
refuses 'a password in the address of tokens' 'key_file=FILE' set essai "token_address=$secret"
refuses 'a password in an address that is tried' 'key_file=FILE' test "$secret"
guichet export feeds | sed "s|https://exemple.fr/aides.json|$secret|" > "$files/secret.csv"
said=$(guichet import feeds "$files/secret.csv" 2>&1)
is 'a password in a table: exit 1' $? 1
is 'it is not said either' "$(echo "$said" | grep -c 'key_file=FILE')$(echo "$said" | grep -c 'se%40cret')" 10
refuses 'no such field' 'it has:' set essai graces=3
refuses 'no such value' 'published, reviewable or draft' set essai news=oui
refuses 'a grace that is no number' 'days that an aid stays' set essai grace=-1
refuses 'no value' 'is not FIELD=VALUE' set essai grace
refuses 'no such feed' 'no feed is called "autre"' show autre
is 'nothing of it was written' "$(sql 'SELECT COUNT(*), MAX(grace) FROM feed' | tr '\t' ' ')" '1 3'
guichet feed set essai grace=9 licence='Licence Ouverte 2.0' > /dev/null
guichet feed pause essai
matches 'a feed that is paused' "$(guichet feed list)" 'essai .*\(paused\)'
said=$(guichet harvest 2>&1)
matches 'it is not asked' "$said" 'no feed is due'
guichet export feeds > "$files/paused.csv"
guichet feed resume essai > /dev/null
guichet import feeds "$files/paused.csv" > /dev/null
is 'a table of feeds keeps which rest' "$(sql "SELECT is_paused FROM feed WHERE name = 'essai'")" 1
guichet feed resume essai > /dev/null
matches 'one that was never read is told' "$(guichet check 2>&1)" '^FAULT .*feed essai: it was never read'
guichet export feeds > "$files/feeds.csv"
sed 's/^essai;/autre;/; s/;9;/;4;/' "$files/feeds.csv" > "$files/feeds-2.csv"
guichet import feeds "$files/feeds-2.csv" > /dev/null
is 'what goes out comes in' "$(sql "SELECT GROUP_CONCAT(name, ' ', grace, ' ', licence ORDER BY name SEPARATOR '; ') FROM feed")" \
    'autre 4 Licence Ouverte 2.0; essai 9 Licence Ouverte 2.0'
sed 's/;4;/;quatre;/' "$files/feeds-2.csv" > "$files/feeds-3.csv"
said=$(guichet import feeds "$files/feeds-3.csv" 2>&1)
is 'a table with a fault: exit 1' $? 1
matches 'its line' "$said" 'line 2'
guichet feed remove autre --yes > /dev/null
guichet feed remove essai --yes > /dev/null
matches 'no feed any more' "$(guichet feed list)" 'no feed yet'
