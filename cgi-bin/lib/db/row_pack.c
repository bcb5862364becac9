/* row_pack.c - a row as bytes without pointers. */

#include <stdint.h>
#include <string.h>

#include "db/row_pack.h"

/* What a cell is when it is no text. */
enum kind {
	CELL_LONG = -3, /* a number, of 8 bytes at "at" */
	CELL_INT,       /* a number, which "at" is */
	CELL_NULL
};

struct cell {
	uint32_t n;  /* the length of a text, or of the kinds above */
	uint32_t at; /* from the first cell of the row on */
};

static bool
is_short(long long i)
{
	return i >= 0 && i <= UINT32_MAX;
}

/* What a value takes behind the cells.  A text ends with a NUL. */
static size_t
room_of(const struct value *v)
{
	if (v->type == VALUE_INT)
		return is_short(v->i) ? 0 : sizeof(v->i);
	return v->type == VALUE_TEXT
	    ? (v->n + ROW_ALIGN) / ROW_ALIGN * ROW_ALIGN
	    : 0;
}

size_t
row_pack_size(const struct value *row, unsigned columns)
{
	size_t size = columns * sizeof(struct cell);

	for (unsigned c = 0; c < columns; c++)
		size += room_of(&row[c]);
	return size;
}

static struct cell
put_cell(char *base, size_t at, const struct value *v)
{
	struct cell c = { (uint32_t)CELL_NULL, (uint32_t)at };

	if (v->type == VALUE_INT && is_short(v->i))
		return (struct cell){ (uint32_t)CELL_INT, (uint32_t)v->i };
	if (v->type == VALUE_INT) {
		c.n = (uint32_t)CELL_LONG;
		memcpy(base + at, &v->i, sizeof(v->i));
	} else if (v->type == VALUE_TEXT) {
		c.n = (uint32_t)v->n;
		if (v->n > 0)
			memcpy(base + at, v->s, v->n);
		base[at + v->n] = '\0';
	}
	return c;
}

void *
row_pack(void *to, const struct value *row, unsigned columns)
{
	size_t at = columns * sizeof(struct cell);
	struct cell *cell = to;

	for (unsigned c = 0; c < columns; c++) {
		cell[c] = put_cell(to, at, &row[c]);
		at += room_of(&row[c]);
	}
	return (char *)to + at;
}

static struct value
value_of(const char *base, const struct cell *c)
{
	struct value v = { .type = VALUE_NULL };

	switch ((int32_t)c->n) {
	case CELL_NULL:
		break;
	case CELL_INT:
		v.type = VALUE_INT;
		v.i = c->at;
		break;
	case CELL_LONG:
		v.type = VALUE_INT;
		memcpy(&v.i, base + c->at, sizeof(v.i));
		break;
	default:
		v = (struct value){ VALUE_TEXT, 0, base + c->at, c->n };
	}
	return v;
}

const void *
row_unpack(const void *packed, struct value *row, unsigned columns)
{
	const struct cell *cell = packed;
	size_t at = columns * sizeof(*cell);

	for (unsigned c = 0; c < columns; c++) {
		row[c] = value_of(packed, &cell[c]);
		at += room_of(&row[c]);
	}
	return (const char *)packed + at;
}

struct value
row_pack_key(const void *packed)
{
	return value_of(packed, packed);
}
