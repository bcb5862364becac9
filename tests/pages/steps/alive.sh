# After all the questions, good and bad, the processes are those of the start.
is 'the processes of the start still live' "$(workers)" "$pids"
matches 'nothing was logged as ours to mend' \
    "$(grep -cE 'misses|no stylesheet|xsl:|refused|cut short' "$site/log/search.log")" '^0$'
