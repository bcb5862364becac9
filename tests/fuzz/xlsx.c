/* xlsx.c - a workbook: its bytes, or the texts of its parts, which chance would not
 * find under a checksum. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sys/mman.h>

#include <zip.h>

#include "fuzz.h"
#include "table/csv_text.h"
#include "workbook/xlsx_read.h"

static void
put_part(zipFile zip, const char *name, const void *text, size_t n)
{
	zipOpenNewFileInZip(zip, name, NULL, NULL, 0, NULL, 0, NULL, 0, 0);
	zipWriteInFileInZip(zip, text, (unsigned)n);
	zipCloseFileInZip(zip);
}

/* The parts are in the order of their names, with a NUL between them. */
static void
write_parts(const char *path, const uint8_t *data, size_t n)
{
	static const char *const name[] = { "xl/s.xml", "xl/t.xml", "xl/f.xml",
		"xl/workbook.xml", "xl/_rels/workbook.xml.rels" };
	static const char *const usual[] = { NULL, NULL, NULL,
		"<w><sheets><sheet name='S' id='b'/></sheets></w>",
		"<R><Relationship Id='b' Type='t/worksheet' Target='s.xml'/>"
		"<Relationship Type='t/sharedStrings' Target='t.xml'/>"
		"<Relationship Type='t/styles' Target='f.xml'/></R>" };
	static const char rels[] = "<R><Relationship Type='t/officeDocument' "
				   "Target='xl/workbook.xml'/></R>";
	zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);

	put_part(zip, "_rels/.rels", rels, sizeof(rels) - 1);
	for (size_t i = 0; i < 5; i++) {
		const uint8_t *end = memchr(data, '\0', n);
		size_t len = end != NULL ? (size_t)(end - data) : n;

		if (len > 0)
			put_part(zip, name[i], data, len);
		else if (usual[i] != NULL)
			put_part(zip, name[i], usual[i], strlen(usual[i]));
		data += len + (end != NULL);
		n -= len + (end != NULL);
	}
	zipClose(zip, NULL);
}

/* What is read is a table: in UTF-8, of 200 columns, a line a row. */
static void
look(struct csv_source *in)
{
	struct csv_text t;
	const char *line;
	size_t n, lines = 0;

	if (csv_text_open(&t, in) == RC_OK)
		while ((n = csv_text_line(&t, &line)) > 0) {
			must(line[n - 1] == '\n');
			must(++lines <= 1048576);
		}
	csv_text_free(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct csv_source in = { .file = NULL };
	int fd = memfd_create("xlsx", 0);
	char path[64];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (xlsx_is_zip(data, n))
		must(write(fd, data, n) == (ssize_t)n);
	else
		write_parts(path, data, n);
	if (xlsx_read(path, &in) == RC_OK)
		look(&in);
	csv_source_close(&in);
	close(fd);
	return 0;
}
