/* command.c - the line that an administrator types. */

#include <getopt.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "vocabulary/spelling.h"

/* Of two letters in a word, one may be wrong; further words are others. */
enum { MAX_MISTAKES = 2, TYPED_SIZE = 60 };

/* Where an option goes: a text, when it has a value, or a flag. */
#define AT(member) offsetof(struct cmd_options, member)
static const struct option_row {
	unsigned bit;
	size_t at;
	const char *name, *value, *help;
} options[] = {
	{ OPTION_SOURCE, AT(source), "source", N_("NAME"),
	    N_("the feed that the aids come from: a-z, 0-9 and -") },
	{ OPTION_SCALE, AT(scale), "scale", N_("SCALE"), N_("adhoc or basin") },
	{ OPTION_SINCE, AT(since), "since", N_("DATE"),
	    N_("from this day on") },
	{ OPTION_REFUSED, AT(refused), "refused", N_("FILE"),
	    N_("writes there all that was not taken") },
	{ OPTION_DRY_RUN, AT(dry_run), "dry-run", NULL,
	    N_("the same report, and nothing is written") },
	{ OPTION_FORCE, AT(force), "force", NULL,
	    N_("accepts the loss of more than a tenth, or of a list") },
	{ OPTION_ANEW, AT(force), "force", NULL,
	    N_("makes them though nothing changed, and at once") },
	{ OPTION_YES, AT(yes), "yes", NULL, N_("asks nothing") },
	{ OPTION_ALL, AT(all), "all", NULL, N_("for every feed") },
	{ OPTION_FIELDS, AT(fields), "fields", NULL,
	    N_("which fields of all records are read") },
	{ OPTION_END, AT(end), "end", NULL, N_("closes what it opened") },
	{ OPTION_HOST, AT(host), "host", N_("NAME"),
	    N_("the host that the logs are of: this one by default") },
	{ OPTION_HTML, AT(html), "html", N_("FOLDER"), N_("where to write") },
};
enum { NOPTIONS = sizeof(options) / sizeof(options[0]) };
/* Beyond the bits of the table. */
enum { GIVEN_HELP = 'h', GIVEN_VERSION = 'V' };

/* ---- usage and help ---- */

static void
command_usage(FILE *f, const struct command *c)
{
	fprintf(f, "guichet %s", c->words);
	for (int i = 0; i < NOPTIONS; i++) {
		if ((c->options & options[i].bit) == 0)
			continue;
		fprintf(f, " [--%s", options[i].name);
		if (options[i].value != NULL)
			fprintf(f, " %s", gettext(options[i].value));
		fputc(']', f);
	}
	if (*c->operands != '\0')
		fprintf(f, " %s", gettext(c->operands));
	fputc('\n', f);
}

/* The command of this word and those that begin with it, all when it is "". */
static void
command_list(FILE *f, const struct command *table, const char *word)
{
	size_t n = strlen(word);

	fprintf(f, "%s\n", _("usage:"));
	for (const struct command *c = table; c->words != NULL; c++)
		if (n == 0 ||
		    (strncmp(c->words, word, n) == 0 &&
			(c->words[n] == ' ' || c->words[n] == '\0'))) {
			fputc('\t', f);
			command_usage(f, c);
		}
	if (n == 0)
		fprintf(f, "\tguichet --version\n");
	fprintf(f, "\n%s\n", _("guichet COMMAND --help says more of each."));
}

static void
command_help(const struct command *c)
{
	printf("%s ", _("usage:"));
	command_usage(stdout, c);
	printf("\n%s\n", gettext(c->help));
	for (int i = 0; i < NOPTIONS; i++) {
		const struct option_row *o = &options[i];

		if ((c->options & o->bit) == 0)
			continue;
		if (c->options != 0 && (c->options & (o->bit - 1)) == 0)
			putchar('\n');
		printf("  --%s%s%s  %s\n", o->name, o->value != NULL ? " " : "",
		    o->value != NULL ? gettext(o->value) : "",
		    gettext(o->help));
	}
	printf("\n%s\n\tguichet %s\n", _("example:"), c->example);
	if (c->next != NULL)
		printf("\n%s %s\n", _("next:"), gettext(c->next));
}

/* What is wrong was logged; how it is right follows. */
static int
command_wrong(const struct command *c)
{
	fprintf(stderr, "%s ", _("usage:"));
	command_usage(stderr, c);
	fprintf(stderr, "%s guichet %s\n", _("example:"), c->example);
	return COMMAND_WRONG;
}

/* ---- which command ---- */

/* The first n words that were typed, as one text. */
static void
command_typed(char *typed, size_t size, char **argv, int n)
{
	snprintf(typed, size, "%s%s%s", argv[0], n > 1 ? " " : "",
	    n > 1 ? argv[1] : "");
}

const struct command *
command_near(const struct command *table, const char *typed)
{
	const struct command *near = NULL;
	int best = MAX_MISTAKES + 1;
	char folded[TYPED_SIZE];

	str_fold(folded, sizeof(folded), typed);
	for (const struct command *c = table; c->words != NULL; c++) {
		char words[TYPED_SIZE];
		int d;

		str_fold(words, sizeof(words), c->words);
		d = spelling_distance(folded, words, MAX_MISTAKES);
		if (d < best) {
			best = d;
			near = c;
		}
	}
	return near;
}

/* The command that the first words name, the longest first, and how many they
 * are; NULL when none. */
static const struct command *
command_find(const struct command *table, int argc, char **argv, int *n)
{
	char typed[TYPED_SIZE];

	for (*n = argc < 2 ? argc : 2; *n > 0; --*n) {
		command_typed(typed, sizeof(typed), argv, *n);
		for (const struct command *c = table; c->words != NULL; c++)
			if (strcmp(c->words, typed) == 0)
				return c;
	}
	return NULL;
}

/* Whether commands of several words begin with this one. */
static bool
command_begins(const struct command *table, const char *word)
{
	size_t n = strlen(word);

	for (const struct command *c = table; c->words != NULL; c++)
		if (strncmp(c->words, word, n) == 0 && c->words[n] == ' ')
			return true;
	return false;
}

/* "import aid F": two words are tried before one, "chec F" has one.  "import"
 * is no misspelling of a command of one word: several begin with it. */
static int
command_unknown(const struct command *table, int argc, char **argv)
{
	const struct command *near = NULL;
	char typed[TYPED_SIZE];
	int n = argc < 2 ? argc : 2;
	bool begins = argc > 0 && command_begins(table, argv[0]);

	if (argc == 0) {
		command_list(stderr, table, "");
		return COMMAND_WRONG;
	}
	for (int k = n; k > begins && near == NULL; k--) {
		command_typed(typed, sizeof(typed), argv, k);
		near = command_near(table, typed);
	}
	if (near != NULL) {
		log_msg(_("unknown command: %s; did you mean %s?"), typed,
		    near->words);
		return command_wrong(near);
	}
	command_typed(typed, sizeof(typed), argv, begins ? n : 1);
	log_msg(begins && argc == 1 ? _("the command is not whole: %s")
				    : _("unknown command: %s"),
	    typed);
	command_list(stderr, table, begins ? argv[0] : "");
	return COMMAND_WRONG;
}

/* ---- options ---- */

struct command_line {
	struct command_call *call;
	unsigned given; /* bits of options */
	bool help, version;
	char fault[200]; /* the first; "" when there is none */
};

__attribute__((format(printf, 2, 3))) static void
command_fault(struct command_line *l, const char *fmt, ...)
{
	va_list ap;

	if (l->fault[0] != '\0')
		return;
	va_start(ap, fmt);
	vsnprintf(l->fault, sizeof(l->fault), fmt, ap);
	va_end(ap);
}

/* The option i was given, with its value in optarg. */
static void
command_option(struct command_line *l, int i)
{
	char *to = (char *)&l->call->options + options[i].at;

	l->given |= options[i].bit;
	if (options[i].value != NULL)
		*(const char **)(void *)to = optarg;
	else
		*(bool *)to = true;
}

/* An option that getopt_long does not take.  Of a short one it tells the
 * letter alone, and of a long one it has passed the argument. */
static void
command_strange(struct command_line *l, int c, char **argv)
{
	char letter[3] = { '-', (char)optopt, '\0' };
	bool short_one = optopt > NOPTIONS && optopt < 256;

	command_fault(l,
	    c == ':'                       ? _("option %s wants a value")
		: optopt > 0 && !short_one ? _("option %s takes no value")
					   : _("unknown option: %s"),
	    short_one ? letter : argv[optind - 1]);
}

/* Options may stand anywhere: the command then says which it takes. */
static void
command_options(struct command_line *l, int argc, char **argv)
{
	struct option all[NOPTIONS + 3] = { { 0 } };
	int c;

	for (int i = 0; i < NOPTIONS; i++)
		all[i] = (struct option){ options[i].name,
			options[i].value != NULL ? required_argument
						 : no_argument,
			NULL, i + 1 };
	all[NOPTIONS] = (struct option){ "help", no_argument, NULL,
		GIVEN_HELP };
	all[NOPTIONS + 1] = (struct option){ "version", no_argument, NULL,
		GIVEN_VERSION };
	opterr = 0;
	optind = 0; /* as at first, for a test that reads several lines */
	while ((c = getopt_long(argc, argv, ":hV", all, NULL)) != -1) {
		if (c == GIVEN_HELP)
			l->help = true;
		else if (c == GIVEN_VERSION)
			l->version = true;
		else if (c > 0 && c <= NOPTIONS)
			command_option(l, c - 1);
		else
			command_strange(l, c, argv);
	}
}

/* Whether it takes an option, of any of the meanings that its name has. */
static bool
command_has(const struct command *c, const char *name)
{
	for (int i = 0; i < NOPTIONS; i++)
		if ((c->options & options[i].bit) != 0 &&
		    strcmp(options[i].name, name) == 0)
			return true;
	return false;
}

/* The first option given that the command does not take, as a fault. */
static void
command_allow(struct command_line *l, const struct command *c)
{
	char name[40];

	for (int i = 0; i < NOPTIONS; i++) {
		if ((l->given & options[i].bit) == 0 ||
		    command_has(c, options[i].name))
			continue;
		snprintf(name, sizeof(name), "--%s", options[i].name);
		command_fault(l, _("this command has no option %s"), name);
	}
}

static void
command_operands(struct command_line *l, const struct command *c, int argc,
    char **argv)
{
	int missing = c->min - argc;

	if (missing > 0)
		command_fault(l,
		    ngettext("%d operand is missing", "%d operands are missing",
			(unsigned long)missing),
		    missing);
	else if (argc > c->max)
		command_fault(l, _("one too many: \"%s\""), argv[c->max]);
}

/* Help on a command, on those of a word, or on all; false: on none of them. */
static bool
command_explain(const struct command *table, const struct command *c, int argc,
    char **argv)
{
	if (c != NULL)
		command_help(c);
	else if (argc == 0)
		command_list(stdout, table, "");
	else if (argc == 1 && command_begins(table, argv[0]))
		command_list(stdout, table, argv[0]);
	else
		return false;
	return true;
}

/* The line, past its options.  "drafts folow" is another command misspelt, not
 * an operand too many of "drafts". */
static int
command_take(const struct command *table, struct command_line *l, int argc,
    char **argv)
{
	int n;
	const struct command *c = command_find(table, argc, argv, &n);

	if (l->help && command_explain(table, c, argc, argv))
		return 0;
	if (c != NULL && n == 1 && argc - n > c->max &&
	    command_begins(table, argv[0]))
		c = NULL;
	if (c != NULL) {
		command_allow(l, c);
		command_operands(l, c, argc - n, argv + n);
	}
	if (l->fault[0] != '\0')
		log_msg("%s", l->fault);
	if (c == NULL)
		return command_unknown(table, argc, argv);
	if (l->fault[0] != '\0')
		return command_wrong(c);
	l->call->command = c;
	l->call->argc = argc - n;
	l->call->argv = argv + n;
	return COMMAND_RUN;
}

int
command_read(const struct command *table, int argc, char **argv,
    struct command_call *call)
{
	struct command_line l = { .call = call };

	*call = (struct command_call){ .command = NULL };
	command_options(&l, argc, argv);
	argc -= optind;
	argv += optind;
	if (l.version) {
		printf("guichet %s (%s)\n", build_version, build_id);
		return 0;
	}
	/* As other programs take it: "guichet help import aids". */
	if (argc > 0 && strcmp(argv[0], "help") == 0) {
		l.help = true;
		argc--;
		argv++;
	}
	return command_take(table, &l, argc, argv);
}
