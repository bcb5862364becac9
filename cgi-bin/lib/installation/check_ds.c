/* check_ds.c - whether Démarches simplifiées answers, and its key is closed. */

#include <sys/stat.h>
#include <unistd.h>

#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "ds/ds.h"
#include "gen/queries/installation.h"
#include "installation/review.h"

/* What DS answers of the draft does not matter, only that it does. */
static void
pass_over(void *arg, const char *token, unsigned long number, const char *state)
{
	(void)arg, (void)token, (void)number, (void)state;
}

/* Asks of a draft that does not exist: the shortest answer of DS.  It asks for
 * a state because a GET creates nothing: each POST would leave a draft behind
 * (DS 1.3). */
void
check_ds(struct review *r)
{
	static const char *const token = "guichet-check";
	const struct conf *c = r->conf;
	unsigned number = 1; /* a proxy is tried without any démarche too */
	struct result res;
	struct ds *ds;
	enum ds_end end;

	if (query_run(r->db, r->pool, Q_CHECK_DEMARCHE, NULL, &res) != RC_OK)
		return;
	if (res.rows == 0 && *c->https_proxy == '\0') {
		review_line(r, _("no démarche is prefilled"), NULL, NULL);
		return;
	}
	if ((ds = ds_open(c->ds_url, c->https_proxy, NULL)) == NULL)
		return;
	if (res.rows > 0)
		number = (unsigned)
		    rows_int(&check_demarche_row(&res, 0)->number, 0);
	ds_patience(ds, 5000, 10000);
	end = ds_draft_states(ds, number, &token, 1, pass_over, NULL);
	ds_close(ds);
	review_line(r, _("Démarches simplifiées answers"),
	    end == DS_DOWN
		? pool_printf(r->pool, _("%s cannot be reached"), c->ds_url)
		: end == DS_UNSURE
		? pool_printf(r->pool, _("%s does not speak as it does"),
		      c->ds_url)
		: NULL,
	    *c->https_proxy != '\0'
		? _("see ds_url and https_proxy, and what the proxy lets out; "
		    "else wait for it")
		: _("see ds_url, and the firewall's way out; else wait for "
		    "it"));
}

/* A key that all users can read gives them the dossiers of applicants. */
void
check_key(struct review *r)
{
	const char *path = r->conf->ds_key_file;
	struct stat st;
	bool there;

	if (*path == '\0')
		return;
	there = access(path, R_OK) == 0 && stat(path, &st) == 0;
	review_line(r, _("the key of Démarches simplifiées"),
	    !there ? pool_printf(r->pool, _("\"%s\" cannot be read"), path)
		: (st.st_mode & S_IRWXO) != 0
		? pool_printf(r->pool, _("\"%s\" is open to all"), path)
		: NULL,
	    pool_printf(r->pool, "chown root:guichet %s && chmod 640 %s", path,
		path));
}
