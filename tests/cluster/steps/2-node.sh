# The node that all write to is killed, frozen, cut off from the others; it comes back.

killed() { kill -9 "$(pid_of 1)"; }
fault 'a node is killed' 2000 40 killed
node 1
joined 1
is 'it comes back, and has what was written meanwhile' "$(of 1 'SELECT COUNT(*) FROM written')" \
    "$(of 2 'SELECT COUNT(*) FROM written')"
sleep 5

frozen() { kill -STOP "$(pid_of 1)"; }
fault 'a node is frozen' 2000 40 frozen
kill -CONT "$(pid_of 1)"
joined 1
sleep 5

cut_off() { ip link set to-node1 down; }
fault 'a node is cut off' 2000 40 cut_off
matches 'alone, it answers nobody' "$(of 1 'SELECT COUNT(*) FROM aid')" 'WSREP has not yet prepared'
ip link set to-node1 up
joined 1
sleep 5
