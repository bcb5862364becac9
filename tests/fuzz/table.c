/* table.c - a table of the administrator's: what is taken has all its fields. */

#include "fuzz.h"
#include "table/csv_table.h"

static const char *const columns[] = { "nom", "code", "siren", NULL };

static enum rc
take(void *arg, char **field, unsigned long line)
{
	(void)arg;
	must(line > 0);
	for (int i = 0; columns[i] != NULL; i++)
		must(strlen(csv_table_plain(field[i])) < 1 << 20);
	return RC_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	size_t which;

	csv_table_read((const char *)data, n, columns, take, NULL);
	csv_table_which((const char *)data, n, columns, &which);
	return 0;
}
