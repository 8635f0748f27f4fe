#!/bin/sh
# Process 1 of the node. Runs in fresh net, pid, mount, ipc and uts namespaces; makes the node's root file system the
# only one it sees, configures its network, and then does nothing but reap what dies. Killing it ends the node.
# Arguments: <state folder> <root file system> <node ip> <host ip> <node name> <tool folder>...
set -eu
state=$1 image=$2 node_ip=$3 host_ip=$4 name=$5
shift 5
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$state/root"
mkdir "$state/root/upper" "$state/root/work" "$state/root/merged"
mount -t overlay overlay -o "lowerdir=$image,upperdir=$state/root/upper,workdir=$state/root/work" "$state/root/merged"
cd "$state/root/merged"
for folder in etcd containerd kubelet registry local-path; do
  mkdir -p "var/lib/$folder" "$state/data/$folder"
  mount --bind "$state/data/$folder" "var/lib/$folder"
done
mkdir -p etc/todo-platform opt/todo-platform old
mount --bind "$state/node" etc/todo-platform
mount -o remount,bind,ro etc/todo-platform
for tool in "$@"; do
  target=opt/todo-platform/$(basename "$tool" | sed 's/-[0-9.]*$//')
  mkdir "$target"
  mount --bind "$tool/bin" "$target"
  mount -o remount,bind,ro "$target"
done
mount --rbind /sys sys
mount --rbind /dev dev
mount -t proc proc proc
# The machine's own kernel settings are not the node's to change; those of the network are per namespace.
for tree in vm kernel; do
  mount --bind proc/sys/$tree proc/sys/$tree
  mount -o remount,bind,ro proc/sys/$tree
done
mount -t tmpfs -o mode=755 tmpfs run
# The kubelet insists on five of them: it finds the values it wants.
for setting in vm/overcommit_memory=1 kernel/panic=10 kernel/panic_on_oops=1 kernel/keys/root_maxkeys=1000000 \
  kernel/keys/root_maxbytes=25000000; do
  file=run/$(echo "${setting%=*}" | tr / -)
  echo "${setting#*=}" >"$file"
  mount --bind "$file" "proc/sys/${setting%=*}"
done
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p var/lib/cni
mount -t tmpfs tmpfs var/lib/cni
rm -f etc/resolv.conf
: >etc/resolv.conf
printf '127.0.0.1 localhost\n%s %s\n' "$node_ip" "$name" >etc/hosts
pivot_root . old
cd /
umount -l /old
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
hostname "$name"
tries=0
until ip link show eth0 >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ $tries -lt 200 ] || { echo "the veth pair did not appear" >&2; exit 1; }
  sleep 0.05
done
ip link set lo up
ip address add "$node_ip/30" dev eth0
ip link set eth0 up
ip route add default via "$host_ip"
echo 1 >/proc/sys/net/ipv4/ip_forward
: >/run/node-ready
# bash, not sh: it reaps orphans while it waits.
exec bash -c 'trap "exit 0" TERM; while :; do sleep 86400 & wait $!; done'
