# xapian.sh - the same aids in Xapian, and two that make pages of them: Omega, a
# CGI program that fcgiwrap starts once a request, and xapian.cc, which stays.
# Read by run.sh.

omega_program=/usr/lib/cgi-bin/omega/omega
xapian=$work/xapian

# The published aids: what Guichet indexes of each, a line each, parted by tabs.
write_texts() {
	base "SET SESSION group_concat_max_len = 10000000;
	    SELECT i.aid_id, a.slug, a.name, COALESCE(b.names, ''),
	      COALESCE(i.perimeter_id, 0),
	      i.closes IS NULL OR i.closes >= DATEDIFF(CURDATE(), '1970-01-01'),
	      COALESCE(REPLACE(t.text, '… …', ' '), '')
	    FROM aid_index i JOIN aid a ON a.id = i.aid_id
	    LEFT JOIN (SELECT ab.aid_id, GROUP_CONCAT(b.name
	        ORDER BY ab.position, b.id SEPARATOR ', ') AS names
	      FROM aid_backer ab JOIN backer b ON b.id = ab.backer_id
	      WHERE ab.role = 'financer' GROUP BY ab.aid_id) b
	      ON b.aid_id = i.aid_id
	    LEFT JOIN (SELECT id DIV 1024 AS aid_id, GROUP_CONCAT(text
	        ORDER BY id SEPARATOR ' ') AS text
	      FROM aid_passage WHERE id % 1024 > 0 GROUP BY id DIV 1024) t ON t.aid_id = i.aid_id
	    WHERE i.published ORDER BY i.aid_id" | tr -d '\\\r' |
	    awk -F '\t' '{ print "id=" $1; print "slug=" $2; print "name=" $3
	        print "who=" $4; print "place=" $5; print "open=" $6
	        print "text=" $7; print "" }' > "$xapian/texts"
}

# index NAME SCRIPT: a database, compacted.
index() {
	scriptindex -s french "$xapian/new" "$2" "$xapian/texts" &&
	    xapian-compact "$xapian/new" "$xapian/data/$1" || return 1
	rm -rf "$xapian/new"
}

# Phrases need positions: such a database is made for its size alone.
write_xapian() {
	rm -rf "$xapian"
	mkdir -p "$xapian/data"
	write_texts
	sed 's/indexnopos/index/' "$here/omega/index.script" \
	    > "$xapian/phrases.script"
	{
		index default "$here/omega/index.script" &&
		    index phrases "$xapian/phrases.script"
	} > "$log/xapian.log" 2>&1 || refuse "no database, see $log/xapian.log"
	cat > "$xapian/omega.conf" <<-CONF
	database_dir $xapian/data
	template_dir $here/omega
	log_dir $log
	cdb_dir $xapian
	CONF
	write_places
	omega_list=$(echo 'r%C3%A9novation%20%C3%A9nergie 79109' | for_omega)
	for_omega < "$work/asked" > "$xapian/questions"
	for way in omega xapian; do
		sed "s|^|/bench/$way/|" "$xapian/questions" > "$work/$way-asked"
	done
}

# The filter of each commune asked: itself and what contains it, as far as
# they have aids.
write_places() {
	base "SELECT c.code, GROUP_CONCAT(DISTINCT 'XP', i.perimeter_id
	      SEPARATOR '&B=')
	    FROM perimeter c JOIN aid_index i ON i.perimeter_id = c.id OR
	      i.perimeter_id IN (SELECT l.container_id FROM perimeter_link l
	        WHERE l.contained_id = c.id)
	    WHERE c.scale = 1 AND NOT c.is_obsolete
	      AND c.code IN ($(sed "s/.*/'&',/" "$work/communes") '79109')
	    GROUP BY c.id" > "$xapian/places"
}
# Lines "words commune" to what Omega is asked: any of the words.
for_omega() {
	awk 'NR == FNR { of[$1] = $2; next } $2 in of {
	    print "?P=" $1 "&DEFAULTOP=or&HITSPERPAGE=18&B=XO1&B=" of[$2] }' \
	    "$xapian/places" -
}

# fcgiwrap ends when another takes the request it was woken for: it wants a
# socket that blocks (-B).
start_xapian() {
	start_group omega "$workers" fcgiwrap -B
	start_group xapian "$workers" "'$build/xapian' '$xapian/data/default'"
}
# Where nginx finds all of them.
contender_locations() {
	location hello hello
	location xapian xapian
	location omega omega |
	    sed "s|fastcgi_pass .*|&\n	fastcgi_param SCRIPT_FILENAME $omega_program;\n	fastcgi_param OMEGA_CONFIG_FILE $xapian/omega.conf;|"
	for php_pool in php-1 php-2; do
		location $php_pool $php_pool |
		    sed "s|fastcgi_pass .*|&\n	fastcgi_param SCRIPT_FILENAME $here/php/index.php;|"
	done
}
