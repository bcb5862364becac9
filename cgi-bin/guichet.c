/* guichet.c - the administrator's command. */

#include "admin/cmd_file.h"
#include "admin/command_run.h"
#include "base/log.h"
#include "base/say.h"

/* The account of MariaDB that a command works by: the owner of the schema,
 * unless a job does it. */
#define OWNER "guichet"

/* Options that several commands take; as many operands as one may type. */
enum { MANY = 1000, DRY = OPTION_DRY_RUN, CAREFUL = DRY | OPTION_FORCE };

static const struct command commands[] = {
	/* What makes an installation, and brings it to another version. */
	{ "setup", 0, "", 0, 0, cmd_setup, OWNER,
	    N_("Makes base, accounts, schema and territories, then starts the "
	       "programs; after an upgrade too."),
	    "setup", N_("guichet check") },
	{ "migrate", 0, "", 0, 0, cmd_migrate, OWNER,
	    N_("Brings the schema, the lists and the rights of accounts to "
	       "this version."),
	    "migrate",
	    N_("guichet import perimeters, then guichet index; guichet check "
	       "says what else is missing") },
	/* Aids from a file, once: a feed does it again by itself. */
	{ "import aids", OPTION_SOURCE | OPTION_REFUSED | CAREFUL, N_("FILE"),
	    1, 1, cmd_import_aids, OWNER,
	    N_("Imports the aids of a file of the API of Aides-territoires, or "
	       "of a table."),
	    "import aids --dry-run aides.json.gz", N_("guichet check") },
	{ "export aids", OPTION_SOURCE, "[csv|xlsx]", 0, 1, cmd_export_aids,
	    OWNER,
	    N_("Writes the public aids of a source as a table, which import "
	       "takes back."),
	    "export aids --source departement > aides.xlsx", NULL },
	{ "export model", 0, "[csv|xlsx]", 0, 1, cmd_export_model, OWNER,
	    N_("Writes the table of aids that a backer fills in, with the "
	       "words to choose from."),
	    "export model > modele.xlsx", NULL },
	/* Feeds: rows that tell where aids come from without anybody's
	 * hand.  Their runs are the account of a job, for they write aids
	 * and nothing else. */
	{ "feed add", 0, N_("NAME ADDRESS [FIELD=VALUE...]"), 2, MANY,
	    cmd_feed_add, OWNER,
	    N_("Adds a feed, from which aids then come by themselves, or "
	       "changes one whole."),
	    "feed add at https://aides-territoires.beta.gouv.fr/api/aids/ "
	    "key_file=/etc/guichet/at.key",
	    NULL },
	{ "feed set", 0, N_("NAME FIELD=VALUE..."), 2, MANY, cmd_feed_set,
	    OWNER, N_("Changes some settings of a feed."),
	    "feed set at hours=12 grace=14", NULL },
	{ "feed test", OPTION_FIELDS, N_("NAME|ADDRESS"), 1, 1, cmd_feed_test,
	    "guichet-harvest",
	    N_("Shows what the first ten records of a feed become, and writes "
	       "nothing."),
	    "feed test at", NULL },
	{ "feed list", 0, "", 0, 0, cmd_feed_list, OWNER,
	    N_("Says which feeds there are."), "feed list", NULL },
	{ "feed show", 0, N_("NAME"), 1, 1, cmd_feed_show, OWNER,
	    N_("Says how a feed is set, and how many aids come from it."),
	    "feed show at", NULL },
	{ "feed pause", 0, N_("NAME"), 1, 1, cmd_feed_pause, OWNER,
	    N_("Asks a feed no more, until it is resumed; its aids stay."),
	    "feed pause at", NULL },
	{ "feed resume", 0, N_("NAME"), 1, 1, cmd_feed_resume, OWNER,
	    N_("Asks a feed again."), "feed resume at",
	    N_("guichet harvest NAME") },
	{ "feed remove", OPTION_YES, N_("NAME"), 1, 1, cmd_feed_remove, OWNER,
	    N_("Removes a feed; its aids stay."), "feed remove at", NULL },
	{ "import feeds", 0, N_("FILE"), 1, 1, cmd_import_feeds, OWNER,
	    N_("Adds or changes the feeds of a table."),
	    "import feeds flux.csv", N_("guichet harvest") },
	{ "export feeds", 0, "", 0, 0, cmd_export_feeds, OWNER,
	    N_("Writes the feeds as a table."), "export feeds > f.csv", NULL },
	{ "import shapes", 0, N_("FILE"), 1, 1, cmd_import_shapes, OWNER,
	    N_("Replaces the shapes of feeds that are this installation's own: "
	       "where each field is, what words mean."),
	    "import shapes formes.csv", N_("guichet feed test NAME") },
	{ "export shapes", 0, "", 0, 0, cmd_export_shapes, OWNER,
	    N_("Writes the shapes of feeds that are this installation's own as "
	       "a table."),
	    "export shapes > formes.csv", NULL },
	{ "words", 0, N_("[NAME]"), 0, 1, cmd_words, OWNER,
	    N_("Says which words of feeds nothing here is called, and what "
	       "they resemble."),
	    "words at", NULL },
	{ "words is", OPTION_ALL, N_("NUMBER VALUE"), 2, 2, cmd_words_is, OWNER,
	    N_("Says what a word of a feed means: once, and for good."),
	    "words is 12 Communes", N_("guichet harvest NAME") },
	{ "words ignore", OPTION_ALL, N_("NUMBER"), 1, 1, cmd_words_ignore,
	    OWNER, N_("Says that a word of a feed means nothing."),
	    "words ignore 12", NULL },
	{ "words new", OPTION_ALL, N_("NUMBER"), 1, 1, cmd_words_new, OWNER,
	    N_("Says that a backer or a programme is none of those that it "
	       "resembles."),
	    "words new 12", NULL },
	{ "import words", 0, N_("FILE"), 1, 1, cmd_import_words, OWNER,
	    N_("Says what the words of a table mean."), "import words mots.csv",
	    N_("guichet harvest NAME") },
	{ "export words", 0, "", 0, 0, cmd_export_words, OWNER,
	    N_("Writes the words of feeds as a table: those of which somebody "
	       "said what they mean, and those to be said."),
	    "export words > mots.csv", NULL },
	{ "harvest", OPTION_FORCE | COMMAND_ONCE, N_("[NAME...]"), 0, MANY,
	    cmd_harvest, "guichet-harvest",
	    N_("Takes what is new, changed or withdrawn in the feeds whose "
	       "time has come, or in those named."),
	    "harvest at", NULL },
	{ "harvest log", 0, N_("[NAME|NUMBER]"), 0, 1, cmd_harvest_log, OWNER,
	    N_("Says what came of the last imports, or all that one changed "
	       "and did not understand."),
	    "harvest log at", NULL },
	{ "harvest report", OPTION_HTML, "", 0, 0, cmd_harvest_report, OWNER,
	    N_("Writes what came of imports, and what waits for somebody, as "
	       "pages in a folder."),
	    "harvest report --html /srv/imports", NULL },
	/* One aid by hand: kept over what its feed says. */
	{ "aid show", 0, N_("AID"), 1, 1, cmd_aid_show, OWNER,
	    N_("Says how an aid stands, where it comes from, and what is set "
	       "here."),
	    "aid show detr-deux-sevres", NULL },
	{ "aid set", 0, N_("AID FIELD VALUE..."), 3, MANY, cmd_aid_set, OWNER,
	    N_("Sets a field of an aid, whatever its feed says from then on."),
	    "aid set detr-deux-sevres submission_deadline 2027-03-31", NULL },
	{ "aid hide", 0, N_("AID"), 1, 1, cmd_aid_hide, OWNER,
	    N_("Hides an aid, and keeps it."), "aid hide detr-79", NULL },
	{ "aid publish", 0, N_("AID"), 1, 1, cmd_aid_publish, OWNER,
	    N_("Shows an aid that was hidden, or to be reviewed."),
	    "aid publish detr-deux-sevres", NULL },
	{ "aid withdraw", 0, N_("AID"), 1, 1, cmd_aid_withdraw, OWNER,
	    N_("Withdraws an aid: its page says so."),
	    "aid withdraw detr-deux-sevres", NULL },
	{ "aid merge", 0, N_("AID AID"), 2, 2, cmd_aid_merge, OWNER,
	    N_("Says that the first aid is the same as the second, where its "
	       "address then leads."),
	    "aid merge detr-79 detr-deux-sevres", NULL },
	{ "review", 0, "", 0, 0, cmd_review, OWNER,
	    N_("Says which new aids are to be reviewed, and what feeds say "
	       "otherwise than what is set here."),
	    "review", NULL },
	{ "review keep", 0, N_("AID FIELD"), 2, 2, cmd_review_keep, OWNER,
	    N_("Keeps what is set here of an aid."),
	    "review keep detr-deux-sevres name", NULL },
	{ "review take", 0, N_("AID FIELD"), 2, 2, cmd_review_take, OWNER,
	    N_("Takes what the feed says, from then on."),
	    "review take detr-deux-sevres name", NULL },
	{ "duplicates", 0, "", 0, 0, cmd_duplicates, OWNER,
	    N_("Says which aids look the same, and why, the surest first."),
	    "duplicates", NULL },
	{ "duplicates same", 0, N_("AID AID"), 2, 2, cmd_duplicates_same, OWNER,
	    N_("Says that two aids are one: the second is shown, and has both "
	       "addresses."),
	    "duplicates same detr-79 detr-deux-sevres", NULL },
	{ "duplicates version", 0, N_("AID AID"), 2, 2, cmd_duplicates_version,
	    OWNER,
	    N_("Says that the first aid is the local version of the second."),
	    "duplicates version detr-deux-sevres detr", NULL },
	{ "duplicates different", 0, N_("AID AID"), 2, 2,
	    cmd_duplicates_different, OWNER,
	    N_("Says that two aids are not the same: they are not proposed "
	       "again."),
	    "duplicates different detr-79 detr-deux-sevres", NULL },
	/* Where the links of aids lead: visited by a job. */
	{ "links", COMMAND_ONCE, "", 0, 0, cmd_links, "guichet-links",
	    N_("Visits the links of aids, to see which are dead or moved."),
	    "links", N_("guichet links list") },
	{ "links list", 0, "", 0, 0, cmd_links_list, OWNER,
	    N_("Says which links of aids are wrong, and whose they are."),
	    "links list", NULL },
	{ "export links", 0, "", 0, 0, cmd_export_links, OWNER,
	    N_("Writes the links that are wrong as a table, an aid a line."),
	    "export links > liens.csv", NULL },
	/* Tables that come with Guichet, or with an administrator. */
	{ "import perimeters", CAREFUL, N_("[FOLDER]"), 0, 1,
	    cmd_import_perimeters, OWNER,
	    N_("Loads the territories that come with Guichet, or those of a "
	       "package."),
	    "import perimeters", N_("guichet index") },
	{ "import perimeter-ids", DRY, N_("FILE"), 1, 1,
	    cmd_import_perimeter_ids, OWNER,
	    N_("Adds the ids that Aides-territoires gave to places."),
	    "import perimeter-ids perimetres.csv", N_("guichet index") },
	{ "import keywords", CAREFUL, N_("[FILE]"), 0, 1, cmd_import_keywords,
	    OWNER,
	    N_("Replaces the families of words by those of a table, or of "
	       "Guichet."),
	    "import keywords mots.csv", NULL },
	{ "export keywords", 0, "", 0, 0, cmd_export_keywords, OWNER,
	    N_("Writes the families of words as a table."),
	    "export keywords > mots.csv", NULL },
	{ "families propose", 0, "", 0, 0, cmd_families_propose, OWNER,
	    N_("Proposes families of words, to be read before any is taken."),
	    "families propose > familles.csv",
	    N_("the lines to keep, among those of guichet export keywords") },
	{ "import projects", CAREFUL, N_("[FILE]"), 0, 1, cmd_import_projects,
	    OWNER,
	    N_("Replaces the project types by those of a table, or of "
	       "Guichet."),
	    "import projects projets.csv", NULL },
	{ "export projects", 0, "", 0, 0, cmd_export_projects, OWNER,
	    N_("Writes the project types as a table."),
	    "export projects > projets.csv", NULL },
	{ "import place-words", CAREFUL, N_("FILE"), 1, 1,
	    cmd_import_place_words, OWNER,
	    N_("Replaces the words of places: brand names, abbreviations, "
	       "kinds of bodies."),
	    "import place-words lieux.csv", NULL },
	{ "export place-words", 0, "", 0, 0, cmd_export_place_words, OWNER,
	    N_("Writes the words of places as a table."),
	    "export place-words > lieux.csv", NULL },
	/* Projects that were funded already. */
	{ "import funded", OPTION_REFUSED | CAREFUL, N_("SOURCE FILE"), 2, 2,
	    cmd_import_funded, OWNER,
	    N_("Replaces the funded projects of a source."),
	    "import funded fonds-vert laureats.csv", NULL },
	{ "export funded", 0, N_("SOURCE"), 1, 1, cmd_export_funded, OWNER,
	    N_("Writes the funded projects of a source as a table."),
	    "export funded fonds-vert > laureats.csv", NULL },
	/* Forms: which champ gets which fact, which aid is applied to. */
	{ "import demarche", CAREFUL, N_("FILE|NUMBER|SLUG"), 1, 1,
	    cmd_import_demarche, OWNER,
	    N_("Imports the form of a démarche, from a file or from "
	       "Démarches simplifiées."),
	    "import demarche 80892",
	    N_("guichet report NUMBER, then guichet export sources NUMBER") },
	{ "import sources", CAREFUL, N_("[FILE]"), 0, 1, cmd_import_sources,
	    OWNER, N_("Replaces the sources of the champs that a table names."),
	    "import sources sources.csv", N_("guichet report NUMBER") },
	{ "export sources", 0, N_("[NUMBER]"), 0, 1, cmd_export_sources, OWNER,
	    N_("Writes the sources of a démarche, or of all, as a table."),
	    "export sources 80892 > sources.csv", NULL },
	{ "propose", 0, N_("NUMBER"), 1, 1, cmd_propose, OWNER,
	    N_("Proposes sources for the champs of a démarche again."),
	    "propose 80892", N_("guichet export sources NUMBER") },
	{ "report", 0, N_("NUMBER"), 1, 1, cmd_report, OWNER,
	    N_("Says what fills each champ of a démarche."), "report 80892",
	    NULL },
	{ "demarche offer", 0, N_("NUMBER AID..."), 2, MANY, cmd_demarche_offer,
	    OWNER, N_("Says that aids are applied to by a démarche."),
	    "demarche offer 80892 detr-2027", NULL },
	{ "demarche withdraw", 0, N_("NUMBER AID..."), 2, MANY,
	    cmd_demarche_withdraw, OWNER,
	    N_("Says that aids are no longer applied to by a démarche."),
	    "demarche withdraw 80892 detr-2026", NULL },
	/* Portals, backers and programmes are files of XML that a person
	 * writes: create, import, export, delete are the same for all
	 * (cmd_file.h). */
	{ "portal create", 0, N_("NAME"), 1, 1, cmd_file_create, OWNER,
	    N_("Writes the file that a new portal begins with."),
	    "portal create 'Les aides en Deux-Sèvres' > portail.xml", NULL },
	{ "portal import", DRY, N_("FILE"), 1, 1, cmd_file_import, OWNER,
	    N_("Creates or changes a portal whole, as its file says: "
	       "guichet-portail(5)."),
	    "portal import --dry-run portail.xml", NULL },
	{ "portal export", 0, N_("SLUG"), 1, 1, cmd_file_export, OWNER,
	    N_("Writes the file of a portal."),
	    "portal export deux-sevres > portail.xml", NULL },
	{ "portal list", 0, "", 0, 0, cmd_portal_list, OWNER,
	    N_("Says which portals there are, and who sees them."),
	    "portal list", NULL },
	{ "portal show", 0, N_("SLUG"), 1, 1, cmd_portal_show, OWNER,
	    N_("Says where a portal is, who sees it, and what it asks."),
	    "portal show deux-sevres", NULL },
	{ "portal publish", 0, N_("SLUG"), 1, 1, cmd_portal_publish, OWNER,
	    N_("Shows a portal to all."), "portal publish deux-sevres", NULL },
	{ "portal hide", 0, N_("SLUG"), 1, 1, cmd_portal_hide, OWNER,
	    N_("Hides a portal, and keeps it."), "portal hide essai", NULL },
	{ "portal delete", OPTION_YES, N_("SLUG"), 1, 1, cmd_file_delete, OWNER,
	    N_("Deletes a portal: keep its file if it is to come back."),
	    "portal delete deux-sevres", NULL },
	{ "portal preview", OPTION_END, N_("SLUG"), 1, 1, cmd_portal_preview,
	    OWNER,
	    N_("Makes a secret address that shows a portal before it is "
	       "public; the one before no longer does."),
	    "portal preview deux-sevres", NULL },
	{ "portal stats", OPTION_END, N_("SLUG"), 1, 1, cmd_portal_stats, OWNER,
	    N_("Makes a secret address that shows the numbers of a portal; "
	       "the one before no longer does."),
	    "portal stats deux-sevres", NULL },
	{ "stats", OPTION_END, "", 0, 0, cmd_stats, OWNER,
	    N_("Makes a secret address that shows the numbers of the site; "
	       "the one before no longer does."),
	    "stats", NULL },
	{ "portal nginx", 0, N_("SLUG"), 1, 1, cmd_portal_nginx, OWNER,
	    N_("Writes the server block of nginx of a portal that has a host "
	       "name of its own."),
	    "portal nginx region > /etc/guichet/nginx/region.conf", NULL },
	{ "backer create", 0, N_("NAME"), 1, 1, cmd_file_create, OWNER,
	    N_("Writes the file that a new backer begins with."),
	    "backer create 'Agence de l’exemple' > agence.xml", NULL },
	{ "backer import", DRY, N_("FILE"), 1, 1, cmd_file_import, OWNER,
	    N_("Creates or changes a backer whole, as its file says: "
	       "guichet-fiche(5)."),
	    "backer import --dry-run ademe.xml", NULL },
	{ "backer export", 0, N_("SLUG"), 1, 1, cmd_file_export, OWNER,
	    N_("Writes the file of a backer: at first, what feeds say of it."),
	    "backer export ademe > ademe.xml", NULL },
	{ "backer list", 0, "", 0, 0, cmd_backer_list, OWNER,
	    N_("Says which backers have files, or are hidden."), "backer list",
	    NULL },
	{ "backer show", 0, N_("SLUG"), 1, 1, cmd_backer_show, OWNER,
	    N_("Says who a backer is, and how many aids bear its name."),
	    "backer show ademe", NULL },
	{ "backer groups", 0, "", 0, 0, cmd_backer_groups, OWNER,
	    N_("Says the categories and groups that files of backers name."),
	    "backer groups", NULL },
	{ "backer publish", 0, N_("SLUG"), 1, 1, cmd_backer_publish, OWNER,
	    N_("Gives a backer that was hidden its page again."),
	    "backer publish ademe", NULL },
	{ "backer hide", 0, N_("SLUG"), 1, 1, cmd_backer_hide, OWNER,
	    N_("Hides the page of a backer; its aids stay."),
	    "backer hide ademe", NULL },
	{ "backer delete", OPTION_YES, N_("SLUG"), 1, 1, cmd_file_delete, OWNER,
	    N_("Deletes the file of a backer; and the backer, when no aid "
	       "names it."),
	    "backer delete ademe", NULL },
	/* Jobs, which timers run by accounts of their own. */
	{ "bulk", OPTION_ANEW, "", 0, 0, cmd_bulk, "guichet-bulk",
	    N_("Makes the exports, the whole catalogue for programs, when "
	       "something changed since."),
	    "bulk --force", NULL },
	{ "history", 0, N_("AID"), 1, 1, cmd_history, OWNER,
	    N_("Says which versions the public had of an aid, and when."),
	    "history detr-deux-sevres", NULL },
	{ "count", OPTION_HOST, N_("[FILE...]"), 0, MANY, cmd_count,
	    "guichet-count",
	    N_("Counts what readers did since, from the logs of nginx."),
	    "count", NULL },
	{ "drafts follow", COMMAND_ONCE, "", 0, 0, cmd_drafts_follow,
	    "guichet-drafts",
	    N_("Asks Démarches simplifiées what became of drafts."),
	    "drafts follow", NULL },
	{ "drafts", OPTION_SINCE, "", 0, 0, cmd_drafts, OWNER,
	    N_("Writes the journal of drafts as a table."),
	    "drafts --since 2026-01-01 > brouillons.csv", NULL },
	{ "perimeter add", OPTION_SCALE | DRY, N_("CODE NAME FILE"), 3, 3,
	    cmd_perimeter_add, OWNER,
	    N_("Makes a territory of those that a file lists."),
	    "perimeter add PNR-TEST 'Parc naturel' communes.txt", NULL },
	{ "program members", CAREFUL, N_("SLUG FILE DATE SOURCE"), 4, 4,
	    cmd_program_members, OWNER,
	    N_("Replaces the list of the territories that are in a programme."),
	    "program members crte crte.csv 'avril 2026' ANCT", NULL },
	{ "program create", 0, N_("NAME"), 1, 1, cmd_file_create, OWNER,
	    N_("Writes the file that a new programme begins with."),
	    "program create 'Plan de l’exemple' > plan.xml", NULL },
	{ "program import", DRY, N_("FILE"), 1, 1, cmd_file_import, OWNER,
	    N_("Creates or changes a programme whole, as its file says: "
	       "guichet-fiche(5)."),
	    "program import --dry-run pvd.xml", NULL },
	{ "program export", 0, N_("SLUG"), 1, 1, cmd_file_export, OWNER,
	    N_("Writes the file of a programme: at first, what comes with "
	       "Guichet."),
	    "program export petites-villes-de-demain > pvd.xml", NULL },
	{ "program list", 0, "", 0, 0, cmd_program_list, OWNER,
	    N_("Says which programmes there are, who says what they are for, "
	       "and how many aids are of each."),
	    "program list", NULL },
	{ "program show", 0, N_("SLUG"), 1, 1, cmd_program_show, OWNER,
	    N_("Says what is known of a programme."), "program show crte",
	    NULL },
	{ "program delete", OPTION_YES | OPTION_FORCE, N_("SLUG"), 1, 1,
	    cmd_program_delete, OWNER,
	    N_("Deletes the file of a programme, and its list of territories "
	       "with --force: what comes with Guichet is shown again."),
	    "program delete crte", NULL },
	{ "perimeter rows", 0, N_("FOLDER"), 1, 1, cmd_perimeter_rows, NULL,
	    N_("Writes the rows that a package of territories makes."),
	    "perimeter rows package > territoires.tsv", NULL },
	/* The whole, and how it goes. */
	{ "index", 0, "", 0, 0, cmd_index, OWNER,
	    N_("Indexes and renders all aids again, after an upgrade."),
	    "index", N_("guichet check") },
	{ "status", 0, "", 0, 0, cmd_status, OWNER,
	    N_("Says how the site goes: answers, errors, data, imports, "
	       "drafts, disk, timers."),
	    "status", N_("guichet check") },
	{ "check", 0, "", 0, 0, cmd_check, OWNER,
	    N_("Says what is wrong with this installation, and what mends "
	       "it."),
	    "check", NULL },
	{ .words = NULL },
};

int
main(int argc, char **argv)
{
	struct command_call call;
	int status;

	say_language();
	log_program("guichet");
	status = command_read(commands, argc, argv, &call);
	if (status != COMMAND_RUN)
		return status;
	return command_run(&call) == RC_OK ? 0 : 1;
}
