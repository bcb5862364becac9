/* funded_list.c - funded projects, beside aids and on a page of their own. */

#include "funded/funded_list.h"
#include "aids/aid_list.h"
#include "funded/funded.h"
#include "xml/xml.h"

enum { BESIDE = 3, PER_PAGE = 50 };

/* What and where, asked of another page: those parameters come first in those
 * of every list. */
static const char *
url_at(const struct ask *a, const char *path)
{
	struct ask b = *a;

	b.path = path;
	b.params = question_short_params;
	return ask_url(&b, NULL, NULL, NULL, NULL);
}

enum rc
funded_list_near(struct ask *a, const struct question *q)
{
	size_t total;
	enum rc rc = funded_put(a, q, BESIDE, &total);

	if (rc == RC_OK && total > BESIDE)
		xml_set(xml_child(a->root, "funded-near"), "href",
		    url_at(a, "/projets-finances/"));
	return rc;
}

enum rc
funded_list_put(struct ask *a, const struct question *q)
{
	static const char *const formats[] = { "csv", "xml", NULL };
	bool has_words = q->name[QUESTION_WORDS] != NULL;
	size_t total;
	enum rc rc;

	if (!has_words)
		xml_add(a->root, "no-words");
	if (q->place.nasked == 0)
		xml_add(a->root, "no-place");
	else if (q->place.department == NULL)
		xml_add(a->root, "wide-place");
	rc = funded_put(a, q, PER_PAGE, &total);
	if (has_words)
		xml_set(xml_add(a->root, "see-aids"), "href",
		    url_at(a, "/aides/"));
	aid_list_links(a, formats);
	return rc;
}
