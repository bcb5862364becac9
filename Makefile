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

# ---------------------------------------------------------------------------

PKGS    = libmariadb libxml-2.0 libxslt libexslt jansson zlib libcmark
HOUSE   = -std=c11 -D_GNU_SOURCE -DPREFIX='"$(PREFIX)"' -Icgi-bin/lib \
          -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes \
          -Wstrict-prototypes -Wformat=2 -fstack-protector-strong -MMD -MP \
          $(shell pkg-config --cflags $(PKGS))
LIBS    = $(shell pkg-config --libs $(PKGS)) -lfcgi -lstemmer -lm $(MALLOC)
# A third less time in XSLT; sanitizers bring their own.
MALLOC ?= -lmimalloc

QUERIES  = $(sort $(wildcard sql/queries/*.sql))
LIB_SRC  = $(sort $(wildcard cgi-bin/lib/*.c))
LIB_OBJ  = $(LIB_SRC:cgi-bin/lib/%.c=$(BUILD)/%.o) $(BUILD)/queries.o
PROGRAMS = $(BUILD)/search $(BUILD)/guichet

all: $(PROGRAMS)

$(PROGRAMS): $(BUILD)/%: $(BUILD)/%.o $(LIB_OBJ)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: cgi-bin/lib/%.c | $(BUILD)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(BUILD)/%.o: cgi-bin/%.c | $(BUILD)
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(BUILD)/queries.o: $(BUILD)/queries.c
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/queries.c: $(BUILD)/query-compile $(QUERIES)
	$(BUILD)/query-compile $(QUERIES) > $@.new
	mv $@.new $@
$(BUILD)/query-compile: cgi-bin/query-compile.c | $(BUILD)
	$(CC) $(HOUSE) $(CFLAGS) -o $@ $<

$(BUILD):
	mkdir -p $@

# ---- assets: styles, script, pictures, and the constant pages of nginx ----

ASSETS = $(BUILD)/assets/manifest
XSL    = $(wildcard xsl/*.xsl xsl/lib/*.xsl)

$(ASSETS): conf/assets.sh $(wildcard xsl/assets/*) $(XSL) | $(BUILD)
	conf/assets.sh $(BUILD)/assets
	conf/constant-pages.sh $(BUILD)/assets

assets: $(ASSETS)

# ---- a whole Guichet in one folder ----

DEMO = demo/$(PORT)

demo:
	@conf/packages.sh run
	@$(MAKE) --no-print-directory -s all assets
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec conf/demo.sh $(DEMO) $(PORT)

# make guichet ARGS='import aids file.json.gz'
guichet: all
	@GUICHET_CONF=$(DEMO)/etc/guichet.conf $(BUILD)/guichet $(ARGS)

clean:
	rm -rf $(BUILD)

# ---- unit tests ----

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%, \
             $(sort $(wildcard tests/unit/test_*.c)))

# A room that stands on the database is tested over one of the test's own.
WRAP = -Wl,--wrap=db_connect,--wrap=db_prepare,--wrap=db_stmt_free \
       -Wl,--wrap=db_execute,--wrap=db_epoch,--wrap=db_errno \
       -Wl,--wrap=db_in_transaction
$(BUILD)/unit/test_query: UNIT_LDFLAGS = $(WRAP)

$(BUILD)/unit/%: tests/unit/%.c tests/unit/unit.h $(LIB_OBJ) | $(BUILD)/unit
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(UNIT_LDFLAGS) \
	    -o $@ $< $(LIB_OBJ) -lcmocka $(LIBS)
$(BUILD)/unit:
	mkdir -p $@

# What a test logs is shown when it fails.
check-unit: $(UNIT_TESTS)
	@bad=0; for t in $(UNIT_TESTS); do echo "# $${t##*/}"; \
	    CMOCKA_MESSAGE_OUTPUT=TAP $$t 2>$$t.log || \
	    { bad=1; cat $$t.log; }; done; exit $$bad

# ---- the price of a page, beside others in the same run ----

ROUNDS  ?= 4
SECONDS ?= 3

$(BUILD)/hello: tests/bench/hello.c $(BUILD)/gate.o $(BUILD)/log.o \
                $(BUILD)/buf.o
	$(CC) $(HOUSE) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

bench:
	@conf/packages.sh run check bench
	@$(MAKE) --no-print-directory -s all assets $(BUILD)/hello
	@BUILD=$(BUILD) AIDS='$(AIDS)' exec tests/bench/run.sh $(ROUNDS) $(SECONDS)
.PHONY: bench

.PHONY: all assets demo guichet clean check-unit
-include $(wildcard $(BUILD)/*.d)
