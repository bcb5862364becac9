# Nothing breaks: what there is to compare with.
fault 'nothing' 1000 0 true
