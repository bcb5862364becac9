# A machine with programs is lost, or what it has hangs: who writes there waits.
writers=2

proxy_hangs() { kill -STOP "$(cat "$work/host1/proxy.pid")"; }
fault 'the proxy of a machine hangs' 3000 60 proxy_hangs
kill -CONT "$(cat "$work/host1/proxy.pid")"
sleep 3

# All that it runs: the supervisors of the programs, these, nginx, the proxy.
killed_machine() { ip netns pids host1 | xargs kill -9; }
cut_machine() { ip link set to-host1 down; }
fault 'a machine is cut off' 4000 20 cut_machine
ip link set to-host1 up
sleep 3
fault 'a machine is killed' 2000 16 killed_machine
rm -f "$work/host1/pid" "$work/host1/run/ready"
machine 1
ready 1
until_true eval '[ "$(at front curl -s -o /dev/null -w "%{http_code}" http://10.1.0.21:8080/sante/)" = 200 ]'
tap 'it is started again, and well' $?
writers=
