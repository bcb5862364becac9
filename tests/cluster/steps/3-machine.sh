# A machine with programs is lost, or its proxy hangs.

frozen_proxy() { kill -STOP "$(cat "$work/host1/proxy.pid")"; }
fault 'the proxy of a machine hangs' 3000 60 frozen_proxy
kill -CONT "$(cat "$work/host1/proxy.pid")"
sleep 3
lost_machine() { ip link set to-host1 down; }
fault 'a machine is cut off' 3000 20 lost_machine
ip link set to-host1 up
sleep 3
