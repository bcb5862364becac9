/* file_xml_words.c - what people do wrong in XML, in words. */

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdbool.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "files/file_xml_words.h"

/* By libxml2's numbers; a text that is there several times is of several.  The
 * commonest is an address that was copied: "a=1&b=2". */
#define AMPERSAND \
	N_("a \"&\" stands alone: write &amp; for each &, as in " \
	   "\"a=1&amp;b=2\"")
#define ATTRIBUTE \
	N_("an attribute is written name=\"value\", with a blank before it " \
	   "and the value in quotation marks")
#define CUT \
	N_("the file ends too soon: elements are still open, or something " \
	   "in \"<\" is not closed")
#define CHARACTER \
	N_("there is a character that XML cannot hold: save the file in UTF-8")
static const struct {
	int code;
	const char *words;
} usual[] = {
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, AMPERSAND },
	{ XML_ERR_ENTITYREF_NO_NAME, AMPERSAND },
	{ XML_ERR_NAME_REQUIRED, AMPERSAND },
	{ XML_ERR_UNDECLARED_ENTITY,
	    N_("XML does not know that name of a sign: write the sign itself, "
	       "or its number: &#xA0; for &nbsp;") },
	{ XML_ERR_DOCUMENT_EMPTY,
	    N_("this is no XML, which begins with \"<\"") },
	{ XML_ERR_DOCUMENT_END,
	    N_("there is something after the end of the first element: it is "
	       "to hold all") },
	{ XML_ERR_TAG_NOT_FINISHED, CUT },
	{ XML_ERR_COMMENT_NOT_FINISHED, CUT },
	{ XML_ERR_CDATA_NOT_FINISHED, CUT },
	{ XML_ERR_PI_NOT_FINISHED, CUT },
	{ XML_ERR_LTSLASH_REQUIRED, CUT },
	{ XML_ERR_GT_REQUIRED,
	    N_("a \">\" is missing: a tag is not closed, or an attribute has "
	       "a quotation mark too many") },
	{ XML_ERR_LT_IN_ATTRIBUTE,
	    N_("a \"<\" stands in the value of an attribute: close its "
	       "quotation mark, or write &lt;") },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, ATTRIBUTE },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED, ATTRIBUTE },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, ATTRIBUTE },
	{ XML_ERR_SPACE_REQUIRED, ATTRIBUTE },
	{ XML_ERR_ATTRIBUTE_REDEFINED,
	    N_("an attribute is there twice: keep one of the two") },
	{ XML_ERR_HYPHEN_IN_COMMENT,
	    N_("a comment cannot hold \"--\": write a single \"-\"") },
	{ XML_ERR_MISPLACED_CDATA_END,
	    N_("\"]]>\" stands in a text: write ]]&gt;") },
	{ XML_ERR_RESERVED_XML_NAME,
	    N_("the line <?xml ...?> is the first of the file, with nothing "
	       "before it") },
	{ XML_ERR_INVALID_CHAR, CHARACTER },
	{ XML_ERR_INVALID_ENCODING, CHARACTER },
	{ XML_ERR_INVALID_HEX_CHARREF, CHARACTER },
	{ XML_ERR_INVALID_DEC_CHARREF, CHARACTER },
	{ XML_ERR_UNSUPPORTED_ENCODING,
	    N_("its first line names an encoding that is not known: save the "
	       "file in UTF-8, and write encoding=\"UTF-8\" there") },
	{ XML_NS_ERR_UNDEFINED_NAMESPACE,
	    N_("a name has a prefix that is not declared: take out what the "
	       "word processor added") },
};

/* A reader that comes to the end of the text tells of its end, whatever is
 * still open. */
static bool
is_cut(file_xml_error e)
{
	const xmlParserCtxt *at = e->ctxt;

	return e->code == XML_ERR_DOCUMENT_END && at != NULL && at->nameNr > 0;
}

/* Several faults have one number: a name is missing after "&", or after "<". */
static bool
is_less_than(file_xml_error e, const char *text)
{
	return e->code == XML_ERR_NAME_REQUIRED &&
	    strstr(text, "EntityRef") == NULL;
}

const char *
file_xml_words(struct pool *pool, file_xml_error e)
{
	const char *text = e->message != NULL ? e->message : "";

	if (e->code == XML_ERR_TAG_NAME_MISMATCH && e->str1 != NULL &&
	    e->str2 != NULL)
		return pool_printf(pool,
		    _("the element \"%s\", open since line %d, is closed by "
		      "\"%s\": write </%s> first"),
		    e->str1, e->int1, e->str2, e->str1);
	if (is_cut(e))
		return gettext(CUT);
	if (is_less_than(e, text))
		return _("a \"<\" begins no element: write &lt; for each < of "
			 "a text");
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		if (usual[i].code == e->code)
			return gettext(usual[i].words);
	return pool_printf(pool, _("libxml2 says \"%.*s\""),
	    (int)strcspn(text, "\n"), text);
}

/* ---- bytes ---- */

const char *
file_byte_words(struct pool *pool, const char *s, size_t n,
    struct file_place *at)
{
	size_t good = str_xml_run(s, n);
	unsigned char byte = good < n ? (unsigned char)s[good] : 0;

	if (good == n)
		return NULL;
	*at = file_place_after(s, good);
	return pool_printf(pool,
	    byte < 0x80 ? _("it holds the control character 0x%02X: take it "
			    "out")
			: _("it is not in UTF-8, for it holds the byte 0x%02X: "
			    "save it in UTF-8"),
	    byte);
}

/* ---- against a grammar ---- */

/* The element that the fault is of. */
static const char *
element_of(file_xml_error e)
{
	const xmlNode *n = e->node;

	while (n != NULL && n->type != XML_ELEMENT_NODE)
		n = n->parent;
	return n != NULL ? (const char *)n->name : "";
}

/* What a grammar's fault is of one element, or of its attributes; NULL for
 * others. */
static const char *
words_of_element(struct pool *pool, int code, const char *name)
{
	switch (code) {
	case XML_RELAXNG_ERR_NOELEM:
		return pool_printf(pool, _("the element \"%s\" is missing"),
		    name);
	case XML_RELAXNG_ERR_ELEMWRONG:
	case XML_RELAXNG_ERR_INTEREXTRA:
		return pool_printf(pool,
		    _("the element \"%s\" has no place there"), name);
	case XML_RELAXNG_ERR_DATAELEM:
	case XML_RELAXNG_ERR_VALELEM:
		return pool_printf(pool,
		    _("the element \"%s\" holds a text, and no element"), name);
	case XML_RELAXNG_ERR_ATTRVALID:
		return pool_printf(pool,
		    _("an attribute of the element \"%s\" is missing, or has "
		      "a value that is not taken there"),
		    name);
	default:
		return NULL;
	}
}

const char *
file_xml_grammar_words(struct pool *pool, file_xml_error e)
{
	const char *text = e->message != NULL ? e->message : "";
	const char *one = e->str1 != NULL ? e->str1 : "";
	const char *two = e->str2 != NULL ? e->str2 : "";
	const char *words = words_of_element(pool, e->code, one);

	if (words != NULL)
		return words;
	switch (e->code) {
	case XML_RELAXNG_ERR_DATATYPE:
	case XML_RELAXNG_ERR_VALUE:
		return pool_printf(pool,
		    _("the element \"%s\" holds a value that is not taken "
		      "there"),
		    element_of(e));
	case XML_RELAXNG_ERR_EXTRACONTENT:
		return strcmp(two, "text") == 0
		    ? pool_printf(pool,
			  _("the element \"%s\" holds no text of its own"), one)
		    : pool_printf(pool,
			  _("in the element \"%s\", \"%s\" has no place"), one,
			  two);
	case XML_RELAXNG_ERR_INVALIDATTR:
		return pool_printf(pool,
		    _("the attribute \"%s\" has no place in the element "
		      "\"%s\", or has a value that is not taken there"),
		    one, two);
	default:
		return pool_printf(pool, _("libxml2 says \"%.*s\""),
		    (int)strcspn(text, "\n"), text);
	}
}
