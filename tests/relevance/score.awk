# score.awk - nDCG@10, hits among the first five, and mean reciprocal rank.
#
# Lines: who, group, query, labels "id:grade ...", the ids found, best first.
# A hit is an aid of grade 2 or 3, or of grade 1 when none is better.

BEGIN { FS = OFS = "\t" }

function dcg(grade, rank) { return (2 ^ grade - 1) * log(2) / log(rank + 1) }

{
	delete of
	delete sorted
	n = split($4, pair, " ")
	best = 0
	for (i = 1; i <= n; i++) {
		split(pair[i], part, ":")
		of[part[1]] = part[2]
		sorted[i] = part[2] + 0
		if (part[2] > best)
			best = part[2] + 0
	}
	for (i = 2; i <= n; i++)
		for (k = i; k > 1 && sorted[k] > sorted[k - 1]; k--) {
			t = sorted[k]; sorted[k] = sorted[k - 1]; sorted[k - 1] = t
		}
	ideal = 0
	for (i = 1; i <= n && i <= 10; i++)
		ideal += dcg(sorted[i], i)
	m = split($5, id, " ")
	got = first = 0
	for (i = 1; i <= m && i <= 10; i++) {
		grade = (id[i] in of) ? of[id[i]] : 0
		got += dcg(grade, i)
		if (!first && grade > 0 && (grade >= 2 || best < 2))
			first = i
	}
	who[$1] = 1
	groups[$2] = 1
	for (g in groups)
		if (g == $2 || g == "all") {
			count[$1, g]++
			ndcg[$1, g] += got / ideal
			hit[$1, g] += first > 0 && first <= 5
			mrr[$1, g] += first ? 1 / first : 0
		}
	groups["all"] = 1
	if ($2 != "all" && NR == 1) {
		count[$1, "all"]++; ndcg[$1, "all"] += got / ideal
		hit[$1, "all"] += first > 0 && first <= 5
		mrr[$1, "all"] += first ? 1 / first : 0
	}
	if (show && $1 == "guichet" && got / ideal < 0.5)
		printf "# %.2f %s: %s -> %s\n", got / ideal, $2, $3, $5
}

END {
	split("guichet xapian postgresql mariadb", order, " ")
	split("need typo acronym title funded all", group, " ")
	printf "\n| %s | queries |", name
	for (w = 1; w <= 4; w++)
		if (order[w] in who)
			printf " %s nDCG@10 | hit@5 | MRR |", order[w]
	printf "\n|---|--:|"
	for (w = 1; w <= 4; w++)
		if (order[w] in who)
			printf "--:|--:|--:|"
	print ""
	for (g = 1; g <= 6; g++) {
		k = group[g]
		if (!(("guichet", k) in count) && !(count["guichet", k] > 0))
			continue
		printf "| %s | %d |", k, count["guichet", k]
		for (w = 1; w <= 4; w++) {
			if (!(order[w] in who))
				continue
			c = count[order[w], k]
			printf " %.3f | %.2f | %.3f |", ndcg[order[w], k] / c,
			    hit[order[w], k] / c, mrr[order[w], k] / c
		}
		print ""
	}
}
