/* deposit.c - files that backers deposit behind a secret link. */

#include "deposit/deposit_page.h"
#include "gen/programs.h"
#include "process/health.h"
#include "process/program.h"

static const struct route routes[] = {
	{ "/depot~{slug}/", "deposit", .handler = deposit_show,
	    .post = deposit_send, .file_max = DEPOSIT_FORM },
	{ "/depot~{slug}/reponse/", "deposit", .handler = deposit_show,
	    .post = deposit_answer },
	{ "/depot~{slug}/modele.xlsx", "deposit",
	    .handler = deposit_model_xlsx },
	{ "/depot~{slug}/modele.csv", "deposit", .handler = deposit_model_csv },
	{ "/depot~{slug}/aides.xlsx", "deposit", .handler = deposit_aids_xlsx },
	{ "/depot~{slug}/aides.csv", "deposit", .handler = deposit_aids_csv },
	{ "/depot~{slug}/remarques.xlsx", "deposit",
	    .handler = deposit_remarked },
	HEALTH_ROUTES,
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct program deposit = { .name = "deposit",
		.routes = routes,
		.sheets = deposit_sheets,
		.by_default = { .where = ROUTE_SITE } };

	return program_main(&deposit, argc, argv);
}
