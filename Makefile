# Guichet - see README.md.  The packager may set the variables above the line;
# what the house needs is below it, out of the way of "make CFLAGS=...".

CC      ?= cc
CFLAGS  ?= -O2 -g
LDFLAGS ?=
DESTDIR ?=
PREFIX  ?= /usr/local
BUILD   ?= build
PORT    ?= 8080
AIDS    ?=
FULL    ?=
# The first of a hundred ports of the tests: each suite gets its own share of them, so
# that what is said to make does not go on to those that it starts.
MAKEOVERRIDES := $(filter-out PORTS=%,$(MAKEOVERRIDES))

# ---------------------------------------------------------------------------

VERSION = 0.9.0

# No rule of make's own: "%: %.sh" would make conf/programs of conf/programs.sh.
.SUFFIXES:

PKGS    = minizip libmariadb libxml-2.0 libxslt libexslt jansson zlib libcmark nettle libcurl
HOUSE   = -std=c11 -D_GNU_SOURCE -DPREFIX='"$(PREFIX)"' -Icgi-bin/lib -I$(BUILD) \
          -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes \
          -Wstrict-prototypes -Wformat=2 -Werror=incompatible-pointer-types \
          -fstack-protector-strong -MMD -MP \
          $(shell pkg-config --cflags $(PKGS))
LIBS    = $(shell pkg-config --libs $(PKGS)) -lstemmer -lcsv -lxlsxwriter -lm $(MALLOC)
# 3 to 10 % less time a page ("make bench MALLOC= BASE=HEAD" prints it); sanitizers
# bring their own.
MALLOC ?= -lmimalloc

# The programs and jobs that conf/programs lists.
PROGRAM_NAMES := $(shell conf/programs.sh names program)
UNIT_NAMES    := $(shell conf/programs.sh units)
JOB_NAMES     := $(shell conf/programs.sh names job)

# Made by the build: of sql/ the queries and constants, the programs, the version.
GEN      = $(BUILD)/gen
QUERIES  = $(sort $(wildcard sql/queries/*.sql))
LIB_SRC  = $(sort $(wildcard cgi-bin/lib/*/*.c))
LIB_OBJ  = $(LIB_SRC:cgi-bin/%.c=$(BUILD)/%.o) $(GEN)/queries.o \
           $(GEN)/programs.o
PROGRAMS = $(PROGRAM_NAMES:%=$(BUILD)/%) $(BUILD)/guichet
# Of an archive a program takes the rooms that it uses, and their libraries.
LIB      = $(BUILD)/libguichet.a
# The version, and the digest of the sources: it changes with each of them.
BUILT    = $(GEN)/build.o

all: $(PROGRAMS) $(BUILD)/locale/fr/LC_MESSAGES/guichet.mo

$(PROGRAMS): $(BUILD)/%: $(BUILD)/%.o $(BUILT) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -o $@ $^ $(LIBS)
$(LIB): $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: cgi-bin/%.c | $(GEN)/made $(GEN)/programs.h $(GEN)/word_stems.h
	@mkdir -p $(@D)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(GEN)/%.o: $(GEN)/%.c
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# What stays the same is not touched, so that what includes it is not made again.
$(GEN)/made: $(BUILD)/query-compile sql/constants sql/queries $(QUERIES) | $(GEN)
	@mkdir -p $(GEN)/queries
	$(BUILD)/query-compile $(GEN) sql/constants $(QUERIES)
	@touch $@
$(GEN)/queries.c: $(GEN)/made
	@:
$(GEN)/%.h: $(GEN)/made
	@:
# It frees nothing, so that under a leak checker the build would fail: the user's
# flags are left out.
$(BUILD)/query-compile: $(wildcard cgi-bin/tools/query_*.[ch]) | $(BUILD)
	$(CC) $(HOUSE) -O1 -g -o $@ $(filter %.c,$^)

$(GEN)/build.c: always | $(GEN)
	@conf/build-id.sh '$(VERSION)' > $@.new
	@cmp -s $@.new $@ || cp $@.new $@
$(GEN):
	mkdir -p $@

# Of the list of programs, once it is sound.
$(GEN)/programs.h: always | $(GEN)
	@conf/programs.sh check
	@conf/programs.sh header > $@.new
	@cmp -s $@.new $@ || cp $@.new $@
$(GEN)/programs.c: $(GEN)/programs.h conf/programs conf/programs.sh
	conf/programs.sh table > $@.new
	mv $@.new $@

# The rows of the table, sorted to be searched.
$(GEN)/word_stems.h: sql/data/word-stems.csv | $(GEN)
	sed 1d $< | LC_ALL=C sort -t ';' -k 1,1 | \
	    sed 's/^\([a-z0-9]*\);\([a-z0-9]*\).*/{ "\1", "\2" },/' > $@.new
	mv $@.new $@

$(BUILD):
	mkdir -p $@

# Rooms that hold the prefix are made again when it changes.
$(BUILD)/lib/base/conf.o $(BUILD)/lib/base/say.o \
    $(BUILD)/lib/installation/tables.o: $(BUILD)/prefix
$(BUILD)/prefix: always | $(BUILD)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
.PHONY: always

$(BUILD)/locale/%/LC_MESSAGES/guichet.mo: conf/%.po
	mkdir -p $(@D)
	msgfmt --check -o $@ $<

# ---- assets: styles, script, pictures, and the constant pages of nginx ----

ASSETS = $(BUILD)/assets/guichet-503.html
XSL    = $(wildcard xsl/*/*.xsl xsl/*/lib/*.xsl)
GRAMMAR = $(wildcard xsl/*.rng xsl/*/*.rng)

$(ASSETS): conf/assets.sh conf/constant-pages.sh $(wildcard xsl/assets/*) \
           $(XSL) | $(BUILD)
	@conf/assets.sh $(BUILD)/assets >&2
	@conf/constant-pages.sh $(BUILD)/assets

assets: $(ASSETS)

# ---- a whole Guichet in one folder ----

DEMO = demo/$(PORT)

demo:
	@[ '$(PORT)' -gt 0 ] 2> /dev/null && [ '$(PORT)' -lt 65536 ] || \
	    { echo 'make demo: PORT is a number from 1 to 65535, not "$(PORT)"' >&2; exit 2; }
	@conf/port-free.sh $(PORT)
	@conf/packages.sh run
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' COUNTS=yes exec conf/demo.sh $(DEMO) $(PORT)

# Gives the demo that runs what is built now: programs, stylesheets, schema.
restart:
	@$(MAKE) --no-print-directory -s $(CORES) all assets
	@BUILD=$(BUILD) conf/restart.sh $(DEMO)
.PHONY: restart

# The files of a new page, with its tests: make page NAME=financeurs
NAME    ?=
PROGRAM ?= search
page:
	@conf/new-page.sh '$(NAME)' '$(PROGRAM)'
.PHONY: page

# make guichet ARGS='import aids file.json.gz'
guichet: all
	@[ -e $(DEMO)/etc/guichet.conf ] || { echo 'make guichet: there is no demo in $(DEMO):' \
	    'start one with make demo, or say its port: make guichet PORT=8081' >&2; exit 2; }
	@GUICHET_CONF=$(DEMO)/etc/guichet.conf \
	    TEXTDOMAINDIR=$(abspath $(BUILD))/locale $(BUILD)/guichet $(ARGS)

clean:
	rm -rf $(BUILD)

# ---- manuals and installation ----

SHARE   = $(PREFIX)/share/guichet
DOC     = $(PREFIX)/share/doc/guichet
MAN     = $(PREFIX)/share/man
LOCALE  = $(PREFIX)/share/locale/fr/LC_MESSAGES
UNITS   = $(PREFIX)/lib/systemd/system
SETTINGS = $(DESTDIR)/etc/guichet/guichet.conf
# Paths of an installed Guichet.
FILL    = sed -e 's|/usr/local|$(PREFIX)|g' -e 's|@PREFIX@|$(PREFIX)|g' \
              -e 's|@CONF@|$(SHARE)|g' -e 's|@STATIC@|$(SHARE)|g' \
              -e 's|@TABLES@|/var/lib/guichet/tables|g' \
              -e 's|@EXPORTS@|/var/lib/guichet/exports|g' \
              -e 's|@LOG@|/var/log/guichet|g' -e 's|@ETC@|/etc/guichet|g' \
              -e 's|@RUN@|/run/guichet|g' -e 's|@CACHE@|/var/cache/guichet|g' \
              -e 's|@DS@|https://demarche.numerique.gouv.fr https://www.demarches-simplifiees.fr|g'
MANUALS = guichet.1 guichet.conf.5 guichet-exploitation.7 guichet-install.7 \
          guichet-serveur-web.7 guichet-grappe.7 guichet-portail.5 guichet-fiche.5 \
          $(PROGRAM_NAMES:%=guichet-%.8)
UNIT_FILES = $(foreach p,$(UNIT_NAMES),guichet-$p.socket guichet-$p@.service) \
          $(foreach j,$(JOB_NAMES),guichet-$j.service guichet-$j.timer)

# A sheet that is no more must not stay beside the others; a style may, for
# pages already sent.
install: all assets
	@[ -n '$(DESTDIR)' ] || conf/alone.sh '$(PREFIX)'
	rm -rf $(DESTDIR)$(SHARE)/xsl $(DESTDIR)$(SHARE)/sql
	install -d $(addprefix $(DESTDIR),/etc/guichet/nginx $(PREFIX)/bin \
	    $(PREFIX)/lib/guichet $(PREFIX)/lib/sysusers.d $(UNITS) $(LOCALE) \
	    $(MAN)/man1 $(MAN)/man5 $(MAN)/man7 $(MAN)/man8 $(DOC) $(SHARE)/static \
	    $(SHARE)/sql/schema $(SHARE)/sql/data $(SHARE)/sql/learned \
	    $(SHARE)/sql/accounts/sets $(SHARE)/xsl)
	install $(BUILD)/guichet $(DESTDIR)$(PREFIX)/bin
	install $(PROGRAM_NAMES:%=$(BUILD)/%) $(DESTDIR)$(PREFIX)/lib/guichet
	install conf/accounts.sh $(DESTDIR)$(PREFIX)/lib/guichet/accounts
	install conf/setup.sh $(DESTDIR)$(PREFIX)/lib/guichet/setup
	install conf/backup.sh $(DESTDIR)$(PREFIX)/lib/guichet/backup
	install conf/programs.sh $(DESTDIR)$(PREFIX)/lib/guichet
	install -m 644 conf/say.sh $(DESTDIR)$(PREFIX)/lib/guichet
	install -m 644 conf/programs $(DESTDIR)$(PREFIX)/lib/guichet
	install -m 644 sql/accounts/*.sql $(DESTDIR)$(SHARE)/sql/accounts
	install -m 644 sql/accounts/sets/*.sql \
	    $(DESTDIR)$(SHARE)/sql/accounts/sets
	install -m 644 sql/schema/*.sql $(DESTDIR)$(SHARE)/sql/schema
	install -m 644 sql/data/* $(DESTDIR)$(SHARE)/sql/data
	install -m 644 sql/learned/* $(DESTDIR)$(SHARE)/sql/learned
	for sheet in $(XSL) $(GRAMMAR); do install -D -m 644 $$sheet \
	    $(DESTDIR)$(SHARE)/$$sheet || exit 1; done
	install -m 644 $(BUILD)/assets/manifest $(BUILD)/assets/*.html \
	    $(DESTDIR)$(SHARE)
	install -m 644 $(BUILD)/assets/static/* $(DESTDIR)$(SHARE)/static
	install -m 644 $(BUILD)/locale/fr/LC_MESSAGES/guichet.mo \
	    $(DESTDIR)$(LOCALE)
	for name in $(MANUALS); do program=$${name#guichet-}; \
	    conf/programs.sh fill conf/man/$$name $${program%.*} | $(FILL) > \
	        $(DESTDIR)$(MAN)/man$${name##*.}/$$name || exit 1; done
	{ echo '# The owner of the schema: root is it, for a connection to MariaDB.'; \
	    echo 'u guichet - "Guichet" -'; \
	    for name in $(PROGRAM_NAMES) $(JOB_NAMES); do \
	    conf/programs.sh fill conf/guichet.sysusers $$name || exit 1; done; } \
	    > $(DESTDIR)$(PREFIX)/lib/sysusers.d/guichet.conf
	chmod 644 $(DESTDIR)$(PREFIX)/lib/sysusers.d/guichet.conf
	install -d $(DESTDIR)/var/log/guichet
	install -D -m 644 conf/guichet.logrotate \
	    $(DESTDIR)/etc/logrotate.d/guichet
	for program in $(UNIT_NAMES); do for unit in .socket @.service; do \
	    conf/programs.sh fill conf/guichet-program$$unit $$program | \
	        $(FILL) > $(DESTDIR)$(UNITS)/guichet-$$program$$unit || exit 1; \
	    done; done
	for job in $(JOB_NAMES); do for unit in .service .timer; do \
	    conf/programs.sh fill conf/guichet-job$$unit $$job | \
	        $(FILL) > $(DESTDIR)$(UNITS)/guichet-$$job$$unit || exit 1; \
	    done; done
	for name in nginx-http nginx-headers nginx-errors nginx-exports nginx-fastcgi \
	    nginx-post nginx-host nginx-server nginx-to-https nginx-portal apache-server lighttpd-server; do \
	    conf/programs.sh fill conf/$$name.conf | $(FILL) > \
	        $(DESTDIR)$(SHARE)/$$name.conf || exit 1; done
	$(FILL) conf/nginx-site.conf > $(DESTDIR)$(DOC)/nginx-site.conf
	install -m 644 conf/galera.cnf conf/haproxy-base.cfg conf/haproxy-site.cfg \
	    $(DESTDIR)$(DOC)
	for unit in service timer; do $(FILL) conf/guichet-backup.$$unit > \
	    $(DESTDIR)$(DOC)/guichet-backup.$$unit || exit 1; done
	$(FILL) conf/guichet.conf.example > $(DESTDIR)$(DOC)/guichet.conf.example
	[ -e $(SETTINGS) ] || install -m 644 \
	    $(DESTDIR)$(DOC)/guichet.conf.example $(SETTINGS)

# Settings that were changed, and passwords, stay.
uninstall:
	! cmp -s $(SETTINGS) $(DESTDIR)$(DOC)/guichet.conf.example || \
	    rm $(SETTINGS)
	rm -rf $(addprefix $(DESTDIR),$(SHARE) $(DOC) $(PREFIX)/lib/guichet)
	rm -f $(addprefix $(DESTDIR),$(PREFIX)/bin/guichet \
	    $(PREFIX)/lib/sysusers.d/guichet.conf \
	    $(addprefix $(UNITS)/,$(UNIT_FILES)) \
	    $(LOCALE)/guichet.mo \
	    $(foreach m,$(MANUALS),$(MAN)/man$(lastword $(subst ., ,$m))/$m))
	rm -f $(DESTDIR)/etc/logrotate.d/guichet
	rmdir $(DESTDIR)/var/log/guichet 2> /dev/null || :
	rmdir $(DESTDIR)/etc/guichet/nginx 2> /dev/null || :
	[ ! -d $(DESTDIR)/etc/guichet ] || \
	    rmdir $(DESTDIR)/etc/guichet 2> /dev/null || \
	    echo 'kept: $(DESTDIR)/etc/guichet'

check-man:
	$(call build,all assets)
	@BUILD=$(BUILD) PREFIX=$(PREFIX) tests/man.sh; status=$$?; \
	    BUILD=$(BUILD) tests/packages.sh && exit $$status

# ---- Debian packages ----

# Of each suite, in that suite: build/deb/SUITE.  As root, for it keeps a Debian of
# each; the first time takes some minutes more.
DEBIANS ?= bookworm trixie
deb: assets
	@conf/packages.sh deb
	@for suite in $(DEBIANS); do \
	    conf/deb.sh $(BUILD) $$suite || exit 1; done

# Packages of each suite, on machines of that suite: installed, upgraded, removed.
check-deb:
	@$(MAKE) --no-print-directory -s deb >&2
	@status=0; for suite in $(DEBIANS); do \
	    BUILD=$(BUILD) tests/deb/run.sh $$suite || status=1; done; exit $$status

.PHONY: install uninstall check-man deb check-deb

# ---- what tests need ----

# Builds it, as many files at a time as there are cores when make was not told how
# many; but nothing when READY is said, for suites that run side by side.
CORES = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))
build = +@$(if $(READY),:,$(MAKE) --no-print-directory -s $(CORES) $1)
READY ?=

# ---- unit tests ----

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%, \
             $(sort $(wildcard tests/unit/*/test_*.c)))

# A room that stands on the database is tested over one of the test's own.
WRAP = -Wl,--wrap=db_connect,--wrap=db_prepare,--wrap=db_stmt_find \
       -Wl,--wrap=db_execute,--wrap=db_epoch,--wrap=db_errno \
       -Wl,--wrap=db_in_transaction
$(BUILD)/unit/base/test_free_space: UNIT_LDFLAGS = -Wl,--wrap=statvfs \
    -Wl,--wrap=clock_coarse_ms
$(BUILD)/unit/db/test_query: UNIT_LDFLAGS = $(WRAP)
$(BUILD)/unit/db/test_row_store: UNIT_LDFLAGS = -Wl,--wrap=fstatvfs \
    -Wl,--wrap=fallocate
$(BUILD)/unit/db/test_breaker: UNIT_LDFLAGS = -Wl,--wrap=clock_ms
$(BUILD)/unit/fcgi/test_limits: UNIT_LDFLAGS = -Wl,--wrap=peer_patience
# A room's rows are answers of base.h, or of the test itself.
BASED = engine/test_catalogue import/test_aid_record db/test_row_cache \
        db/test_row_ahead \
        vocabulary/test_projects vocabulary/test_spelling \
        vocabulary/test_synonyms \
        territory/test_place_read question/test_aim question/test_concepts \
        apply/test_answers_warning answers/test_answers \
        apply/test_answers_form payload/test_source ds/test_champ_check \
        payload/test_payload payload/test_payload_link \
        payload/test_label_department \
        answers/test_authority apply/test_apply_payload search/test_search \
        aids/test_aid_form aids/test_aid_list funded/test_funded \
        gazetteer/test_gazetteer_load count/test_count_seen \
        api/test_api_changes api/test_api_record
$(BASED:%=$(BUILD)/unit/%): UNIT_LDFLAGS = -Wl,--wrap=query_run
$(BUILD)/unit/apply/test_draft: UNIT_LDFLAGS = -Wl,--wrap=query_run \
    -Wl,--wrap=draft_turn_take,--wrap=draft_turn_end \
    -Wl,--wrap=db_begin,--wrap=db_commit,--wrap=db_rollback \
    -Wl,--wrap=ds_draft_states,--wrap=ds_dossier_state
$(BUILD)/unit/funded/test_funded_import: UNIT_LDFLAGS = \
    -Wl,--wrap=query_run,--wrap=query_load \
    -Wl,--wrap=db_begin,--wrap=db_commit,--wrap=db_rollback
$(BUILD)/unit/process/test_page: UNIT_LDFLAGS = -Wl,--wrap=query_run \
    -Wl,--wrap=fcgi_run,--wrap=fcgi_has_server,--wrap=fcgi_env,--wrap=fcgi_respond,--wrap=fcgi_read \
    -Wl,--wrap=time
# Its build is its own.
$(BUILD)/unit/process/test_etag: UNIT_LDFLAGS = -Wl,--wrap=query_run \
    -Wl,--wrap=fcgi_run,--wrap=fcgi_has_server,--wrap=fcgi_env,--wrap=fcgi_respond
$(BUILD)/unit/process/test_etag: UNIT_WITHOUT = $(BUILT)

# The rooms are what is tested: of the tests themselves half the time of a compiler
# goes into making them fast, and the time of a linker is a fifth when it is LLVM's.
TEST_LD := $(if $(shell command -v ld.lld),-fuse-ld=lld)
$(BUILD)/unit/%.o: tests/unit/%.c | $(GEN)/made
	@mkdir -p $(@D)
	$(CC) $(HOUSE) -Itests/unit $(CPPFLAGS) $(CFLAGS) -O0 -c -o $@ $<
$(UNIT_TESTS): %: %.o $(BUILT) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) $(TEST_LD) $(UNIT_LDFLAGS) -Wl,--as-needed -o $@ \
	    $(filter-out $(UNIT_WITHOUT),$^) -lcmocka $(LIBS)
# As many at a time as there are cores; then what forms of a word are parted.
check-unit:
	$(call build,$(UNIT_TESTS) $(BUILD)/forms)
	@tests/unit/run.sh $(UNIT_TESTS); status=$$?; \
	    BUILD=$(BUILD) tests/forms.sh && exit $$status

# ---- the price of a page, beside others in the same run ----

# Two sites, asked in turn, take many short rounds.
PAIR    := $(BASE)$(filter bench-portals,$(MAKECMDGOALS))
ROUNDS  ?= $(if $(PAIR),80,4)
SECONDS ?= $(if $(PAIR),0.1,3)
SET     ?= all
SHOW    ?=
BASE    ?=

$(BUILD)/hello: tests/bench/hello.c $(BUILT) $(LIB)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed \
	    -o $@ $^ $(LIBS)
$(BUILD)/xapian: tests/bench/xapian.cc $(BUILT) $(LIB)
	$(CXX) -std=c++14 -Wall -Wextra -Icgi-bin/lib $(CPPFLAGS) $(CFLAGS) \
	    $(LDFLAGS) -Wl,--as-needed -o $@ $^ -lxapian $(LIBS)

# With BASE, another commit: this tree beside it and nothing else, five minutes;
# fails when a line costs over 5 % more: make bench BASE=origin/main
bench:
ifeq ($(BASE),)
	@conf/packages.sh run check bench
	@$(MAKE) --no-print-directory -s all assets $(BUILD)/hello \
	    $(BUILD)/xapian
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/run.sh $(ROUNDS) $(SECONDS)
else
	@conf/packages.sh run check
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/versus.sh '$(BASE)' \
	    $(ROUNDS) $(SECONDS)
endif
# What 500 portals cost, and the pages of one: three minutes.
bench-portals:
	@conf/packages.sh run check
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/portals.sh \
	    $(ROUNDS) $(SECONDS)
# What a page of the API costs, and the exports; with GROWTH,
# how both grow: make bench-api GROWTH='17000 170000'
bench-api:
	@conf/packages.sh run check bench
	@$(MAKE) --no-print-directory -s all assets $(BUILD)/hello
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/api.sh $(ROUNDS) $(SECONDS)
	@[ '$(origin GROWTH)' = file ] || BUILD=$(BUILD) AIDS='$(AIDS)' PAGES=api \
	    exec tests/bench/growth.sh $(GROWTH)
# What a page costs as the catalogue grows: GROWTH='17000 170000'.
GROWTH  ?= 17000
growth:
	@conf/packages.sh run check bench
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/growth.sh $(GROWTH)
# Of a corpus into an empty catalogue.
bench-import:
	@conf/packages.sh run check
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/import.sh
bench-harvest:
	@conf/packages.sh run check
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' N='$(N)' exec tests/bench/harvest.sh
.PHONY: bench growth bench-import bench-portals bench-api bench-harvest

# Does any answer change?  BASE, another commit, is built in a git worktree under
# $(BUILD); a site of it and one of this tree are asked the same 3,600 requests.
# About two minutes; fails on a difference: make compare BASE=origin/main
compare:
	@conf/packages.sh run check
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) exec tests/compare/run.sh '$(BASE)'
.PHONY: compare

# How well searches find, beside others over the same texts; SET=tune|held|all.
relevance:
	@conf/packages.sh run check relevance
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) SET='$(SET)' SHOW='$(SHOW)' exec tests/relevance/run.sh
.PHONY: relevance

# ---- tests over a site ----

# Each prints TAP, over sites of its own under $(BUILD)/check.
check-pages:
	$(call build,all assets $(BUILD)/base_question)
	@BUILD=$(BUILD) tests/pages/run.sh; status=$$?; \
	    $(if $(SANITIZED),$(if $(FULL),,exit $$status;)) \
	    BUILD=$(BUILD) tests/perimeters.sh && exit $$status
check-import:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/import.sh
check-harvest:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/harvest.sh
check-command:
	$(call build,all assets $(BUILD)/guichet-machine)
	@BUILD=$(BUILD) tests/command.sh
check-plans:
	$(call build,all assets $(BUILD)/plans $(BUILD)/handles)
	@BUILD=$(BUILD) tests/plans.sh
check-corpus:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/corpus.sh
# A program is one paragraph of conf/programs: one is added to a copy of the tree.
check-programs:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/programs.sh
check-house:
	@tests/house.sh
# Names that C, SQL, stylesheets and the grammar share, rights that queries need, and
# the outlines of the map;
# what stops the build.
check-names: $(BUILD)/query-compile
	@node tests/names.mjs && node tests/rights.mjs && node tests/outlines.mjs; \
	    status=$$?; BUILD=$(BUILD) tests/query-compile.sh && exit $$status
# sql/schema.sql, as the steps leave it.
schema: all assets $(BUILD)/plans
	@BUILD=$(BUILD) tests/plans.sh --schema
check-xsl:
	@tests/xsl/run.sh
# What linters find, in half a minute; lint-deep, clang's analyzer, takes some.
check-lint: lint
check-lint-deep: lint-deep
lint lint-deep: $(GEN)/made $(GEN)/programs.h $(GEN)/word_stems.h
	@BUILD=$(BUILD) HOUSE='$(filter-out -M% -D%,$(HOUSE)) -Itests/unit -D_GNU_SOURCE \
	    -DPREFIX="\"\""' tests/lint.sh $(filter deep,$(subst -, ,$@))
# The stand-in for Démarches simplifiées, against its contract.
check-ds:
	@node --test --test-reporter=./tests/ds/tap.mjs \
	    $(sort $(wildcard tests/ds/*.test.mjs))

# The API of payloads, against the same contract.
check-contract:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/contract/run.sh

$(BUILD)/plans $(BUILD)/handles $(BUILD)/base_question $(BUILD)/forms: $(BUILD)/%: tests/%.c $(BUILT) $(LIB)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -o $@ $^ \
	    $(LIBS)

# "guichet" with a machine of the test's own: tests/command/9-setup.sh.
MACHINE = $(abspath $(BUILD))/check/machine
$(BUILD)/guichet-machine: cgi-bin/lib/admin/cmd_setup.c \
    cgi-bin/lib/installation/check_machine.c $(BUILD)/guichet.o $(BUILT) $(LIB)
	$(CC) $(HOUSE) -UPREFIX -DPREFIX='"$(MACHINE)"' \
	    -DBACKUPS='"$(MACHINE)/backup"' $(CPPFLAGS) $(CFLAGS) \
	    $(LDFLAGS) -Wl,--as-needed -o $@ $^ $(LIBS)

.PHONY: check-pages check-import check-plans check-corpus check-house check-xsl
.PHONY: check-command check-harvest check-programs
.PHONY: check-names schema
.PHONY: lint lint-deep check-lint check-lint-deep
.PHONY: check-ds check-contract

# The description of the API, and what its answers are.
check-api:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/api/run.sh
.PHONY: check-api

# ---- browser tests ----

# The cases of pages behind Apache and lighttpd; make check-all runs it.
check-doors:
	@conf/packages.sh run check doors
	$(call build,all assets)
	@BUILD=$(BUILD) tests/doors/run.sh
# Mozilla's HTTP Observatory over the example of a site, in https.
check-observatory:
	@conf/packages.sh run check
	$(call build,all assets)
	@BUILD=$(BUILD) tests/observatory/run.sh
.PHONY: check-doors check-observatory

# Prints TAP, over sites of its own under $(BUILD)/check.
check-browser:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/browser/run.sh
# The picture of the README.
screenshot: all assets
	@BUILD=$(BUILD) tests/browser/run.sh --screenshot
# Lighthouse, whose tools are heavy: make check-all runs it.
check-lighthouse:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/lighthouse/run.sh
.PHONY: check-browser screenshot check-lighthouse

# ---- bytes of chance ----

# A target reads what comes from outside: tests/fuzz/NAME.c, with its first files in
# tests/fuzz/corpus/NAME.  check-fuzz, under sanitizers, runs them over those files
# and over edits of them, always the same.
FUZZED  = $(patsubst tests/fuzz/%.c,%, \
          $(filter-out %/replay.c %/quiet.c,$(sort $(wildcard tests/fuzz/*.c))))
QUIET   = -Wl,--wrap=log_msg
EDITS   = $(if $(FULL),30000,300)
$(BUILD)/fuzz/%.o: tests/fuzz/%.c | $(GEN)/made
	@mkdir -p $(@D)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(FUZZED:%=$(BUILD)/fuzz/%): %: %.o $(BUILD)/fuzz/replay.o $(BUILD)/fuzz/quiet.o \
    $(BUILT) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) $(TEST_LD) $(QUIET) -Wl,--as-needed -o $@ $^ $(LIBS)
check-fuzz:
	$(call build,$(FUZZED:%=$(BUILD)/fuzz/%))
	@for name in $(FUZZED); do \
	    $(BUILD)/fuzz/$$name $(EDITS) tests/fuzz/corpus/$$name/* || \
	        echo "not ok - $$name ended with status $$?"; done

# libFuzzer looks for new files that reach more of the code, MINUTES each; what ends a
# target is kept in build/fuzzed: make fuzz TARGETS='feed query' MINUTES=10.  The target
# "api" asks a site by its own description instead: make fuzz TARGETS=api SEED=7.
TARGETS ?= $(FUZZED) api
MINUTES ?= 1
FUZZING = -fsanitize=address,undefined -fno-sanitize-recover=all
BYTES   = $(filter-out api,$(TARGETS))
fuzz: $(if $(BYTES),fuzz-bytes) $(if $(filter api,$(TARGETS)),fuzz-api)
fuzz-bytes:
	@conf/packages.sh run fuzz
	@$(MAKE) --no-print-directory -s $(CORES) BUILD=$(BUILD)/fuzzed CC=clang MALLOC= \
	    CFLAGS='-O1 -g $(FUZZING) -fsanitize=fuzzer-no-link' \
	    LDFLAGS='$(FUZZING)' $(BYTES:%=fuzzed-%)
	@BUILD=$(BUILD)/fuzzed tests/fuzz/run.sh '$(MINUTES)' $(BYTES)
fuzz-api:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/api/fuzz.sh '$(MINUTES)' '$(or $(SEED),1)'
$(FUZZED:%=fuzzed-%): fuzzed-%: $(BUILD)/fuzz/%.o $(BUILD)/fuzz/quiet.o $(BUILT) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer $(QUIET) -Wl,--as-needed \
	    -o $(BUILD)/fuzz/$* $^ $(LIBS)
.PHONY: check-fuzz fuzz fuzz-bytes fuzz-api $(FUZZED:%=fuzzed-%)

# ---- attacks and breakdowns ----

# What is done to the site, and what ordinary readers meet meanwhile: short, 1
# minute, or whole.
check-faults:
	$(call build,all assets)
	@BUILD=$(BUILD) tests/faults/run.sh
# ROUNDS of EACH seconds: make faults ONLY='table grace'
ONLY   ?=
faults:
	@conf/packages.sh run check
	$(call build,all assets)
	@FULL=yes BUILD=$(BUILD) tests/faults/run.sh $(ONLY)
# Three nodes of MariaDB, two machines with programs, and what breaks; as root, some
# minutes: make cluster-check ONLY='2-node'
cluster-check:
	@conf/packages.sh run check cluster
	$(call build,all assets)
	@BUILD=$(BUILD) tests/cluster/run.sh $(ONLY)
check-cluster: cluster-check
.PHONY: check-faults faults cluster-check check-cluster

# ---- every test ----

# The same programs under ASan and UBSan, leaks included: rooms, then pages.  Their
# bases are those that the plain programs filled; a third of what sends no body, and a
# tenth of what takes a program for itself, is asked for, except when FULL is said.  Between their
# checks the compiler knows less, and would warn in vain: the plain build has warned.
# What was freed is watched in the last 16 MB, and with FULL in 256: to copy them costs
# each process that a test starts 10 ms.
SANITIZE = -fsanitize=address,undefined
ASAN = SANITIZED=yes \
       $(if $(FULL),,LOADER=$(abspath $(BUILD)) ASAN_OPTIONS=quarantine_size_mb=16:$$ASAN_OPTIONS) \
       $(MAKE) --no-print-directory -s BUILD=$(BUILD)/asan MALLOC= \
       CFLAGS='-Og -g1 -fno-omit-frame-pointer -fno-sanitize-recover=all -w \
       $(SANITIZE)' LDFLAGS='$(SANITIZE)'

# Longest first, and of these first the ones that wait for time to pass; but while the
# first loads the base that all copy, those that need none run beside it.  All is built
# before them.
# They take some 450 s of processor time with the databases, of which imports of all
# territories (command) are a tenth; a fresh clone, 80 s more to build and 30 s to lint.
SUITES = $(if $(FULL),deb) command faults browser pages asan-unit asan-pages \
         programs import harvest lint unit asan-fuzz contract api corpus plans man xsl ds names house \
         $(if $(FULL),doors observatory cluster lint-deep lighthouse)
check:
	@conf/packages.sh run check $(if $(FULL),bench api cluster)
	$(call build,all assets $(UNIT_TESTS) $(BUILD)/plans $(BUILD)/handles \
	    $(BUILD)/base_question $(BUILD)/forms $(BUILD)/guichet-machine $(BUILD)/asan/assets \
	    $(BUILD)/hello $(if $(FULL),$(BUILD)/xapian))
	+@$(ASAN) check-built
	@READY=yes tests/run.sh \
	    $(foreach s,$(SUITES),$s='$(MAKE) -s check-$s')
# Assets are the same for all builds: they are fetched and cut once.
$(BUILD)/asan/assets: | $(ASSETS)
	@mkdir -p $(@D)
	@ln -s ../assets $@
check-built:
	$(call build,all assets $(UNIT_TESTS) $(BUILD)/base_question $(BUILD)/forms \
	    $(FUZZED:%=$(BUILD)/fuzz/%))

# The same, with all searches of faults as long as they can be, and bases filled by
# the programs under sanitizers too.  On two busy cores it took 22 minutes without
# "deb", and 32 of processor time; beside each, how long it lasted among the others:
#	deb		packages of two suites, built twice, and twenty machines of each:
#			18 to 32 minutes a suite
#	import		170,000 aids, and a file of 2 GB: 21 minutes
#	faults		each attack five times, over a real corpus: 12 minutes
#	lint-deep	clang's analyzer: 7 minutes
#	cluster		nine faults, one after another: 4 minutes
#	lighthouse	19 kinds of pages, twice: 5 minutes
#	asan-pages	36,000 territories, loaded twice; all documents, tables and bodies
#			under sanitizers: 286 s
#	pages		60 rounds of clicks at once and not 10, under sanitizers too:
#			244 s
#	browser		each page in each theme, with a visit for each view, and all that
#			readers do in each theme; else themes take turns: 242 s
#	asan-fuzz	170 s
#	contract	4,000 bodies of chance and not 200: 56 s
# A suite that is heavy goes beside lighthouse, in SUITES.
check-all:
	@$(MAKE) --no-print-directory -s check FULL=yes
export FULL

check-asan-unit:
	+@$(ASAN) check-unit
check-asan-pages: $(BUILD)/asan/assets
	+@$(ASAN) check-pages
check-asan-fuzz:
	+@$(ASAN) check-fuzz

.PHONY: check-asan-unit check-asan-pages check-asan-fuzz check-built check-all
.PHONY: all assets demo guichet clean check-unit check
# Of the objects that there are to make: what a file that is no more depended on
# stops nothing.
-include $(LIB_OBJ:.o=.d) $(PROGRAMS:%=%.d) $(BUILT:.o=.d) $(UNIT_TESTS:%=%.d) \
    $(wildcard $(BUILD)/fuzz/*.d)
