/* table.c - a table of the administrator's: what is taken has all its fields. */

#include "fuzz.h"
#include "table/csv_rows.h"
#include "table/csv_table.h"

static const char *const columns[] = { "nom", "code", "siren", NULL };

static enum rc
take(void *arg, char **field, unsigned long line)
{
	(void)arg;
	must(line > 0);
	for (int i = 0; columns[i] != NULL; i++)
		must(strlen(csv_field_plain(field[i])) < 1 << 20);
	return RC_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct csv_source in;
	size_t which;

	csv_source_bytes(&in, (const char *)data, n);
	in.most = n % 8; /* 0: all of it */
	csv_table_read(&in, columns, take, NULL);
	csv_table_which(&in, columns, &which);
	return 0;
}
