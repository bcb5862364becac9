#ifndef COLOUR_H
#define COLOUR_H

#include <stdbool.h>

/*
 * Colours of a portal, and whether they can be read.  Ratios are those of WCAG
 * 2.2: "relative luminance" and "contrast ratio", from 1 to 21; success
 * criterion 1.4.3 wants 4.5 of text.
 */
struct colour {
	unsigned char r, g, b;
};

#define COLOUR_LEAST 4.5

/* Reads "#1f5f74", in either case and nothing else: a style is made of it. */
bool colour_read(struct colour *, const char *);

/* Writes it in lower case, NUL-terminated. */
void colour_put(char to[8], struct colour);

double colour_contrast(struct colour, struct colour);

/* The two looks of the neutral theme. */
enum colour_look { COLOUR_LIGHT, COLOUR_DARK };

/* What the accent of a look stands on as text, and what is written on it in
 * buttons: as xsl/assets/neutral.css has them. */
enum { COLOUR_OTHERS = 4 };
extern const struct colour_other {
	const char *name; /* of the style's variable */
	const char *value;
} colour_others[2][COLOUR_OTHERS];

/* Whether the accent of that look can be read with all of them.  Otherwise
 * *worst is the least ratio, *with the colour that it is with, and *near the
 * nearest colour of the same hue and saturation, darker in the light look and
 * lighter in the dark one, that can. */
bool colour_fits(struct colour, enum colour_look, double *worst,
    const char **with, struct colour *near);

#endif
