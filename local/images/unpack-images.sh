#!/bin/sh
# Imports an archive of images (standard input) into a data folder of containerd and unpacks them there. Runs in fresh
# mount and pid namespaces, so that nothing of it is left however it ends.
# Arguments: <root file system with containerd> <data folder>
set -eu
image=$1 data=$2
mount --make-rprivate /
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay overlay -o "lowerdir=$image,upperdir=/mnt/upper,workdir=/mnt/work" /mnt/root
mkdir -p /mnt/root/var/lib/containerd
mount --bind "$data" /mnt/root/var/lib/containerd
mount --rbind /dev /mnt/root/dev
mount -t proc proc /mnt/root/proc
mount -t tmpfs tmpfs /mnt/root/run
# Only what imports: no container is run here.
printf 'version = 2\nroot = "/var/lib/containerd"\noom_score = 0\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n' >/mnt/root/run/containerd.toml
chroot /mnt/root containerd --config /run/containerd.toml --log-level warn >&2 </dev/null &
tries=0
until chroot /mnt/root ctr version >/dev/null 2>&1 </dev/null; do
  tries=$((tries + 1))
  [ $tries -lt 200 ] || { echo "containerd does not answer" >&2; exit 1; }
  sleep 0.1
done
chroot /mnt/root ctr -n k8s.io images import - >&2
kill -TERM $!
wait $!
