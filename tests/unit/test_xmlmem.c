/* test_xmlmem.c - the memory of libxml2. */

#include <stdbool.h>

#include <libxml/tree.h>

#include "unit.h"
#include "xmlmem.h"

/* With sanitizers there is no region. */
static bool
begin(void)
{
	xmlmem_begin();
	if (!xmlmem_is_whole())
		xmlmem_end();
	return xmlmem_is_whole();
}

/* One behind the other, aligned, as they were written, until the end. */
static void
test_pieces(void **state)
{
	static const size_t sizes[] = { 0, 1, 15, 16, 17, 100, 4096, 70000, 3 };
	unsigned char *at[ROWS(sizes)], *first = NULL;

	(void)state;
	for (int turn = 0; turn < 3 && begin(); turn++) {
		for (size_t i = 0; i < ROWS(sizes); i++) {
			at[i] = xmlMalloc(sizes[i]);
			assert_non_null(at[i]);
			want_int(i, (uintptr_t)at[i] % 16, 0);
			memset(at[i], (int)i + 1, sizes[i]);
			assert_true(i == 0 || at[i] >= at[i - 1] + sizes[i - 1]);
		}
		for (size_t i = 0; i < ROWS(sizes); i++)
			for (size_t k = 0; k < sizes[i]; k++)
				if (at[i][k] != i + 1)
					want_int(i, at[i][k], i + 1);
		assert_true(first == NULL || first == at[0]);
		first = at[0];
		assert_true(xmlmem_is_whole());
		xmlmem_end();
	}
}

static void
test_resize(void **state)
{
	char *p, *q, *r;

	(void)state;
	if (!begin())
		return;
	p = (char *)xmlStrdup((const xmlChar *)"twenty bytes of text");
	q = xmlMalloc(1);
	p = r = xmlRealloc(p, 5000);
	assert_string_equal(p, "twenty bytes of text");
	assert_true(p > q);
	assert_ptr_equal(xmlRealloc(p, 4000), p);
	q = xmlRealloc(NULL, 0);
	assert_true(q > p + 5000);
	xmlFree(q);
	xmlFree(p);		/* the last one: its room is taken again */
	assert_ptr_equal(xmlMalloc(10), r);
	xmlFree(NULL);
	assert_true(xmlmem_is_whole());
	xmlmem_end();
}

/* What was freed in between is taken again by one of its size. */
static void
test_again(void **state)
{
	char *p, *q;

	(void)state;
	if (!begin())
		return;
	p = xmlMalloc(100);
	q = xmlMalloc(5);
	xmlFree(p);
	assert_true((char *)xmlMalloc(50) > q);
	assert_ptr_equal(xmlMalloc(97), p);
	assert_true((char *)xmlMalloc(97) > q);
	xmlFree(p);
	xmlmem_end();
	p = xmlMalloc(100);	/* nothing of it is left */
	begin();
	q = xmlMalloc(100);
	assert_true(xmlmem_is_whole());
	assert_ptr_not_equal(p, q);
	xmlmem_end();
	want_int(0, (unsigned char)q[50], 0xdd);
	xmlFree(q);		/* too late: nothing */
	q = xmlMalloc(100);
	memset(p, 'p', 100);
	memset(q, 'q', 100);
	assert_true(p[99] == 'p' && q[99] == 'q');
	xmlFree(p);
	xmlFree(q);
}

/* What does not fit is malloc's, and so is what is made at other times: it
 * lasts, and is freed whenever. */
static void
test_beyond(void **state)
{
	char *before = (char *)xmlStrdup((const xmlChar *)"before"), *big, *p;
	volatile size_t too_much = SIZE_MAX - 8;

	(void)state;
	if (!begin()) {
		xmlFree(before);
		return;
	}
	big = xmlMalloc(20 << 20);
	assert_non_null(big);
	assert_false(xmlmem_is_whole());
	big[20 << 19] = 'x';
	xmlFree(big);
	assert_null(xmlMalloc(too_much));
	p = xmlMalloc(100);
	strcpy(p, "within");
	before = xmlRealloc(before, 300);
	xmlmem_end();
	assert_false(xmlmem_is_whole());
	assert_string_equal(before, "before");
	want_int(0, (unsigned char)p[0], 0xdd);	/* poisoned */
	p = (char *)xmlStrdup((const xmlChar *)"after");
	begin();
	memset(xmlMalloc(1000), 'y', 1000);
	xmlmem_end();
	assert_string_equal(before, "before");
	assert_string_equal(p, "after");
	xmlFree(before);
	xmlFree(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_resize),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_beyond),
	};

	setenv("GUICHET_POISON", "1", 1);
	xmlmem_setup();
	return cmocka_run_group_tests_name("xmlmem", tests, NULL, NULL);
}
