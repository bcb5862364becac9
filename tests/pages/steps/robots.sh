# robots.txt as two kinds of robots read it: by the patterns of RFC 9309, and by the
# beginnings of addresses alone, as Python does, which knows no "*" and drops a "?"
# that ends a rule.
get /robots.txt > "$work/robots"
is 'robots.txt: what each kind of robot may read' "$(python3 - "$work/robots" << 'END'
import re, sys, urllib.robotparser

lines = open(sys.argv[1]).read().splitlines()
plain = urllib.robotparser.RobotFileParser()
plain.parse(lines)
rules = [re.escape(l.split(": ")[1]).replace(r"\*", ".*") for l in lines
    if l.startswith("Disallow: ")]
for path in ("/", "/aides/", "/aides/mobilite-douce/", "/partenaires/9000001-ademe/",
    "/projets-finances/", "/aides/?keyword=toit", "/aides/toit/?place=niort",
    "/partenaires/?page=2", "/projets-finances/?keyword=toit",
    "/territoires/?q=niort", "/aides/toit/candidater/",
    "/aides/toit/vers/candidature/", "/portails/pvd/aides/toit/vers/informations/"):
    print(path, "may" if not any(re.match(r, path) for r in rules) else "no",
        "may" if plain.can_fetch("robot", path) else "no")
END
)" '/ may may
/aides/ may may
/aides/mobilite-douce/ may may
/partenaires/9000001-ademe/ may may
/projets-finances/ may may
/aides/?keyword=toit no may
/aides/toit/?place=niort no may
/partenaires/?page=2 no may
/projets-finances/?keyword=toit no may
/territoires/?q=niort no no
/aides/toit/candidater/ no may
/aides/toit/vers/candidature/ no may
/portails/pvd/aides/toit/vers/informations/ no may'
