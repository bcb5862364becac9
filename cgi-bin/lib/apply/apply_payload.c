/* apply_payload.c - the API of payloads. */

#include <string.h>

#include "answers/answers_json.h"
#include "answers/authority.h"
#include "answers/authority_complete.h"
#include "apply/apply.h"
#include "base/str.h"
#include "payload/payload.h"
#include "text/normalize.h"
#include "xml/xml.h"

static void
apply_payload_drop(void *json)
{
	json_decref(json);
}

/* Splits the object: values by the keys of champs, facts by their names. */
static void
apply_payload_split(struct pool *pool, const json_t *body, json_t **by_key,
    json_t **facts)
{
	static const char *const bare[] = { "siren", "siret", "insee" };
	const char *key;
	json_t *v;

	*by_key = json_object();
	*facts = json_object();
	pool_defer(pool, apply_payload_drop, *by_key);
	pool_defer(pool, apply_payload_drop, *facts);
	json_object_foreach((json_t *)(uintptr_t)body, key, v)
	{
		const char *name = key;

		for (size_t i = 0; i < 3; i++)
			if (strcmp(bare[i], key) == 0)
				name = pool_printf(pool, "authority.%s", key);
		json_object_set(payload_is_key(key) ? *by_key : *facts, name,
		    v);
	}
}

/* Facts that could not be read, beside the champs that are refused. */
static void
put_faults(const struct answers *s, xmlNodePtr to)
{
	for (const struct answers_fault *x = s->fault; x != NULL; x = x->next) {
		xmlNodePtr n = xml_add(to, "refused");

		xml_set(n, "key", x->name);
		xml_set(n, "reason", x->reason);
		if (x->line >= 0)
			xml_set_int(n, "row", x->line + 1);
		if (x->fact != NULL)
			xml_add_text(n, "label", x->fact->label);
		xml_add_text(n, "value", x->typed);
	}
}

/* "authority": "217901099", or a name, is no fact: it is taken out of them.
 * NULL when it is not there. */
static const char *
take_authority(struct pool *pool, json_t *facts)
{
	const json_t *v = json_object_get(facts, "authority");
	const char *typed = json_is_string(v) || json_is_integer(v)
	    ? normalize_json(pool, v)
	    : NULL;

	if (typed != NULL) {
		typed = str_clean(pool_strdup(pool, typed));
		json_object_del(facts, "authority");
	}
	return typed;
}

/* What the caller is told of an authority that was not found.  A name that was
 * given as a fact is a value all the same, for not every body is one that
 * Guichet knows: a remark, and nothing when no place is like it. */
static enum rc
put_unfound(struct context *ctx, const struct authority *found, xmlNodePtr to)
{
	static const char *const reasons[] = { [AUTHORITY_FOUND] = NULL,
		[AUTHORITY_UNKNOWN] = NULL,
		[AUTHORITY_OPEN] = "ambiguous",
		[AUTHORITY_NONE] = "authority",
		[AUTHORITY_WRONG] = "siren" };
	bool name = found->by != NULL &&
	    strcmp(found->by, "authority.name") == 0;
	xmlNodePtr n;

	if (found->by == NULL || reasons[found->end] == NULL ||
	    (name && found->end == AUTHORITY_NONE))
		return RC_OK;
	n = xml_add(to,
	    name && found->end == AUTHORITY_OPEN ? "unsure" : "refused");
	xml_set(n, "key", found->by);
	/* No one is asked here: a name that only resembles settles nothing. */
	xml_set(n, "reason",
	    found->end == AUTHORITY_OPEN && found->loose ? "unsure"
							 : reasons[found->end]);
	xml_add_text(n, "value", found->typed);
	return found->end == AUTHORITY_OPEN
	    ? apply_put_choices(ctx, found, 0, n)
	    : RC_OK;
}

/* The authority by what names it, or else by facts.  They were read before, for
 * what is said goes before what is found. */
static enum rc
apply_payload_find_authority(struct context *ctx, struct answers *s,
    const char *typed, xmlNodePtr root)
{
	struct authority found;
	enum rc rc;

	if (typed == NULL) {
		rc = authority_of_facts(ctx->db, s, &found);
	} else {
		rc = authority_find(ctx->db, s, typed, NULL, &found);
		found.by = "authority";
		found.typed = typed;
	}
	return rc == RC_OK ? put_unfound(ctx, &found, root) : rc;
}

static enum rc
read_body(struct pool *pool, const struct request *req, struct response *resp,
    json_t **body)
{
	/* Parameters may follow; the search for a separator below also accepts
	 * the final NUL. */
	static const char json[] = "application/json";
	const char *media = req->media != NULL ? req->media : "";
	json_error_t fault;

	if (req->body_n == 0)
		return response_refuse(resp, "body", NULL, "no-body");
	if (strncasecmp(media, json, sizeof(json) - 1) != 0 ||
	    strchr("; \t", media[sizeof(json) - 1]) == NULL)
		return response_refuse(resp, "Content-Type",
		    str_clean(pool_strndup(pool, media, str_cut(media, 100))),
		    "media");
	*body = json_loadb(req->body, req->body_n, JSON_ALLOW_NUL, &fault);
	/* A number of too many digits takes no other value along. */
	if (*body == NULL &&
	    json_error_code(&fault) == json_error_numeric_overflow)
		*body = json_loadb(req->body, req->body_n,
		    JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
	if (!json_is_object(*body)) {
		json_decref(*body);
		return response_refuse(resp, "body", NULL, "json");
	}
	pool_defer(pool, apply_payload_drop, *body);
	return RC_OK;
}

enum rc
apply_payload(struct context *ctx, const struct request *req,
    struct response *resp, struct apply_memory *m, const struct demarche *d)
{
	json_t *body = NULL, *by_key, *facts;
	struct answers *s = answers_new(ctx->pool, m->facts, m->territory);
	const char *typed;
	struct payload p;
	xmlNodePtr n;
	enum rc rc;

	/* DS knows of no such démarche then (DS 1.3). */
	if (!demarche_is_open(d, req->today))
		return RC_NOT_FOUND;
	if ((rc = read_body(ctx->pool, req, resp, &body)) != RC_OK)
		return rc;
	apply_payload_split(ctx->pool, body, &by_key, &facts);
	n = xml_add(resp->root, "faults");
	typed = take_authority(ctx->pool, facts);
	answers_json_read(s, facts);
	rc = apply_payload_find_authority(ctx, s, typed, n);
	if (rc == RC_OK)
		rc = authority_complete(ctx->db, s);
	if (rc == RC_OK)
		rc = payload_make(ctx->pool, d, s, by_key, &p);
	if (rc != RC_OK)
		return rc;
	put_faults(s, n);
	if (req->format != NULL && strcmp(req->format, "json") == 0)
		payload_put_json(&p, ctx->pool, resp->root);
	else
		payload_put(&p, ctx->pool, resp->root);
	return RC_OK;
}
