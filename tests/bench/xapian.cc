/* xapian.cc DATABASE - the page of results over Xapian without a process a
 * request: the aids that Omega finds, on the page of omega/query, by a program that
 * stays, over the FastCGI of ours. */

#include <climits>
#include <sstream>
#include <string>
#include <xapian.h>

extern "C" {
#include "fcgi/fcgi.h"
}

using std::string;

namespace {

enum { PER_PAGE = 18, MAX_LINKS = 10, EXCERPT = 200 };

struct site {
	Xapian::Database db;
	Xapian::Stem	 stem{"french"};
};

struct question {
	string		 words, filters;	/* as read, and in a form's inputs */
	Xapian::Query	 places, open;
};

string
decoded(const string &s)
{
	string out;

	for (size_t i = 0; i < s.size(); i++)
		if (s[i] == '%' && i + 2 < s.size()) {
			out += char(std::stoi(s.substr(i + 1, 2), nullptr, 16));
			i += 2;
		} else
			out += s[i] == '+' ? ' ' : s[i];
	return out;
}

string
escaped(const string &s)
{
	string out;

	for (char c : s)
		out += c == '&' ? "&amp;" : c == '<' ? "&lt;" :
		    c == '>' ? "&gt;" : c == '"' ? "&quot;" : string(1, c);
	return out;
}

/* Filters of one kind are alternatives, those of different kinds add up. */
question
read_question(const string &query)
{
	std::istringstream in(query);
	question q;

	for (string pair; std::getline(in, pair, '&');) {
		string value = decoded(pair.substr(std::min(pair.size(), size_t(2))));
		Xapian::Query term(value);

		if (pair.compare(0, 2, "P=") == 0)
			q.words = value;
		if (pair.compare(0, 2, "B=") != 0)
			continue;
		q.filters += "<input type=\"hidden\" name=\"B\" value=\"" +
		    escaped(value) + "\">";
		if (value.compare(0, 2, "XP") == 0)
			q.places |= term;
		else
			q.open |= term;
	}
	return q;
}

Xapian::MSet
found(site &s, const question &q)
{
	Xapian::QueryParser parser;
	Xapian::Enquire enquire(s.db);

	parser.set_database(s.db);
	parser.set_stemmer(s.stem);
	parser.set_default_op(Xapian::Query::OP_OR);
	enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER,
	    parser.parse_query(q.words), q.places & q.open));
	return enquire.get_mset(0, PER_PAGE, PER_PAGE + 1);
}

/* A line "name=value" of what is stored; the first is the id. */
string
field(const string &data, const string &name)
{
	string line = "\n" + name + "=";
	size_t at = data.find(line);

	if (at == string::npos)
		return "";
	at += line.size();
	return data.substr(at, data.find('\n', at) - at);
}

string
card(const site &s, const Xapian::MSet &hits, const string &data)
{
	string who = field(data, "who");
	unsigned fast = 0;	/* a third of the time of Omega's own choice */

	return "<li><h2><a href=\"/aides/" + escaped(field(data, "slug")) + "/\">" +
	    escaped(field(data, "name")) + "</a></h2>" +
	    (who.empty() ? "" : "<p>" + escaped(who) + "</p>") + "<p>" +
	    hits.snippet(field(data, "text"), EXCERPT, s.stem, fast, "<strong>",
	        "</strong>", "...") + "</p></li>\n";
}

string
links(const string &query, unsigned total)
{
	string out = "<nav>\n<b>1</b>";

	for (unsigned i = 1; i < MAX_LINKS && i * PER_PAGE < total; i++)
		out += "\t<a href=\"?" + escaped(query) + "&amp;TOPDOC=" +
		    std::to_string(i * PER_PAGE) + "\">" + std::to_string(i + 1) +
		    "</a>";
	return out + "\n</nav>\n</body>\n</html>\n";
}

string
page(site &s, const string &query)
{
	question q = read_question(query);
	string words = escaped(q.words);

	s.db.reopen();
	Xapian::MSet hits = found(s, q);
	unsigned total = hits.get_matches_estimated();
	bool exact = hits.get_matches_lower_bound() == hits.get_matches_upper_bound();
	string out = "Content-Type: text/html; charset=utf-8\r\n\r\n"
	    "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<title>Aides pour « " + words + " »</title>\n</head>\n<body>\n"
	    "<form method=\"get\">\n<input type=\"search\" name=\"P\" value=\"" +
	    words + "\">\n" + q.filters + "\n<button>Rechercher</button>\n</form>\n"
	    "<h1>" + (exact ? "" : "Environ ") + std::to_string(total) +
	    " aides pour « " + words + " »</h1>\n<ul>\n";

	for (auto i = hits.begin(); i != hits.end(); ++i)
		out += card(s, hits, i.get_document().get_data());
	return out + "</ul>\n" + links(query, total);
}

void
answer(fcgi *g, void *arg)
{
	const char *query = fcgi_env(g, "QUERY_STRING");
	string out = page(*static_cast<site *>(arg), query == nullptr ? "" : query);

	fcgi_respond(g, out.data(), out.size(), "", 0);
}

}

int
main(int argc, char **argv)
{
	site s;

	if (argc != 2)
		return 2;
	s.db = Xapian::Database(argv[1]);
	return fcgi_run(answer, nullptr, &s, ULONG_MAX);
}
