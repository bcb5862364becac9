/* colour.c - whether a colour can be read, and the nearest that can. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "portals/colour.h"

/* --g-accent is text on these, and --g-on-accent is text on it. */
const struct colour_other colour_others[2][COLOUR_OTHERS] = {
	{ { "--g-paper", "#ffffff" }, { "--g-raised", "#f6f8f9" },
	    { "--g-tint", "#eef4f6" }, { "--g-on-accent", "#ffffff" } },
	{ { "--g-paper", "#14191c" }, { "--g-raised", "#1b2226" },
	    { "--g-tint", "#1c262b" }, { "--g-on-accent", "#0c1a20" } },
};

/* Steps of lightness that are tried: finer than a colour's 256. */
enum { STEPS = 1024 };

static int
digit_of(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = strchr(digits,
	    c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);

	return c != '\0' && at != NULL ? (int)(at - digits) : -1;
}

bool
colour_read(struct colour *c, const char *s)
{
	int byte[3];

	if (s[0] != '#' || strlen(s) != 7)
		return false;
	for (int i = 0; i < 3; i++) {
		int high = digit_of(s[1 + 2 * i]), low = digit_of(s[2 + 2 * i]);

		if (high < 0 || low < 0)
			return false;
		byte[i] = 16 * high + low;
	}
	*c = (struct colour){ (unsigned char)byte[0], (unsigned char)byte[1],
		(unsigned char)byte[2] };
	return true;
}

void
colour_put(char to[8], struct colour c)
{
	snprintf(to, 8, "#%02x%02x%02x", c.r, c.g, c.b);
}

/* ---- contrast ---- */

/* Of one channel, 0 to 255 as sRGB has it, how much light. */
static double
light_of(unsigned char byte)
{
	double x = byte / 255.0;

	return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double
luminance(struct colour c)
{
	return 0.2126 * light_of(c.r) + 0.7152 * light_of(c.g) +
	    0.0722 * light_of(c.b);
}

double
colour_contrast(struct colour a, struct colour b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

/* The least ratio with the others of a look. */
static double
worst_of(struct colour c, enum colour_look look, const char **with)
{
	double worst = INFINITY;

	for (int i = 0; i < COLOUR_OTHERS; i++) {
		struct colour other = { 0 };
		double ratio;

		colour_read(&other, colour_others[look][i].value);
		ratio = colour_contrast(c, other);
		if (ratio < worst) {
			worst = ratio;
			*with = colour_others[look][i].value;
		}
	}
	return worst;
}

/* ---- the same hue, lighter or darker ---- */

/* Hue in sixths of the circle, saturation and lightness from 0 to 1 (CSS Color
 * 4, 7). */
struct hsl {
	double h, s, l;
};

static struct hsl
hsl_of(struct colour c)
{
	double r = c.r / 255.0, g = c.g / 255.0, b = c.b / 255.0;
	double max = fmax(r, fmax(g, b)), min = fmin(r, fmin(g, b));
	double range = max - min;
	struct hsl to = { 0, 0, (max + min) / 2 };

	if (range <= 0)
		return to;
	to.s = range / (1 - fabs(2 * to.l - 1));
	if (max <= r)
		to.h = fmod((g - b) / range + 6, 6);
	else
		to.h = max <= g ? (b - r) / range + 2 : (r - g) / range + 4;
	return to;
}

static unsigned char
channel_of(struct hsl c, double turn)
{
	double at = fmod(c.h + turn, 6);
	double range = c.s * (1 - fabs(2 * c.l - 1));
	double x = fmin(fmax(fabs(at - 3) - 1, 0), 1);

	return (unsigned char)lround(255 * (c.l + range * (x - 0.5)));
}

static struct colour
colour_of(struct hsl c)
{
	return (struct colour){ channel_of(c, 0), channel_of(c, 4),
		channel_of(c, 2) };
}

bool
colour_fits(struct colour c, enum colour_look look, double *worst,
    const char **with, struct colour *near)
{
	struct hsl at = hsl_of(c);
	double step = (look == COLOUR_LIGHT ? -1.0 : 1.0) / STEPS;
	const char *ignored;

	*near = c;
	if ((*worst = worst_of(c, look, with)) >= COLOUR_LEAST)
		return true;
	/* Black, or white, is the end of every hue, and can be read. */
	while (worst_of(*near, look, &ignored) < COLOUR_LEAST) {
		at.l = fmin(fmax(at.l + step, 0), 1);
		*near = colour_of(at);
	}
	return false;
}
