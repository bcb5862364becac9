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

.PHONY: all assets demo guichet clean
-include $(wildcard $(BUILD)/*.d)
