/* gazetteer_near.c - which departments are near a place. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer/gazetteer.h"
#include "gen/constants.h"

/* As near as Aides-territoires has it, in degrees of latitude. */
static const double NEAR = 30 / 111.2;

/* A square of 33 km: what is within 30 km of a place lies in its own or beside.
 * In hundredths of a degree. */
enum { HIGH = 30, WIDE = 45, ROW = 4096 };

static int
floor_of(int n, int by)
{
	return n >= 0 ? n / by : -((by - 1 - n) / by);
}

static int
square_of(int latitude, int longitude)
{
	return floor_of(latitude, HIGH) * ROW + floor_of(longitude, WIDE);
}

static int
square_of_centre(const struct gazetteer_centre *c)
{
	return square_of(c->latitude, c->longitude);
}

/* In a square, those of a department one after the other. */
static int
by_square(const void *a, const void *b)
{
	const struct gazetteer_centre *x = a, *y = b;
	int i = square_of_centre(x), k = square_of_centre(y);

	if (i != k)
		return i < k ? -1 : 1;
	return x->department < y->department ? -1
					     : x->department > y->department;
}

void
gazetteer_seal_centres(struct gazetteer *g)
{
	for (uint32_t i = 0; i < g->places; i++) {
		const struct gazetteer_place *p = &g->place[i];

		if (p->scale != SCALE_COMMUNE || p->department == 0 ||
		    p->latitude == GAZETTEER_NOWHERE)
			continue;
		g->centre = gazetteer_grow(g->centre, g->centres,
		    sizeof(*g->centre));
		g->centre[g->centres++] = (struct gazetteer_centre){
			p->latitude, p->longitude, p->department
		};
	}
	if (g->centres > 0)
		qsort(g->centre, g->centres, sizeof(*g->centre), by_square);
}

/* The first commune that is in no square before that one. */
static size_t
first_in(const struct gazetteer *g, int square)
{
	size_t low = 0, high = g->centres;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (square_of_centre(&g->centre[middle]) < square)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_near(const struct gazetteer_place *a, const struct gazetteer_centre *b,
    double narrow)
{
	double y = (b->latitude - a->latitude) / 100.0;
	double x = (b->longitude - a->longitude) / 100.0 * narrow;

	return y * y + x * x <= NEAR * NEAR;
}

/* Puts a code in its place, once; returns how many there are then. */
static size_t
keep_code(const char **code, size_t n, size_t max, const char *s)
{
	size_t at = 0;
	int c = 1;

	while (at < n && (c = strcmp(code[at], s)) < 0)
		at++;
	if ((at < n && c == 0) || at == max)
		return n;
	n -= n == max;
	memmove(code + at + 1, code + at, (n - at) * sizeof(*code));
	code[at] = s;
	return n + 1;
}

/* Whether a department is one of those: places that were added one after the
 * other have its text once. */
static bool
has_code(const char *const *code, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (code[i] == s)
			return true;
	return false;
}

size_t
gazetteer_near(const struct gazetteer *g, uint32_t place,
    const char **department, size_t max)
{
	const struct gazetteer_place *p = &g->place[place];
	double narrow = cos(p->latitude / 100.0 * (M_PI / 180));
	size_t n = 0;

	if (p->latitude == GAZETTEER_NOWHERE)
		return 0;
	for (int row = -1; row <= 1; row++) {
		int square = square_of(p->latitude, p->longitude) + row * ROW;
		size_t end = first_in(g, square + 2);

		for (size_t i = first_in(g, square - 1); i < end; i++) {
			const struct gazetteer_centre *c = &g->centre[i];
			const char *code = g->text + c->department;

			/* Most are of one that is known to be near. */
			if (!has_code(department, n, code) &&
			    is_near(p, c, narrow))
				n = keep_code(department, n, max, code);
		}
	}
	return n;
}
