# Runs in namespaces of its own: the chosen servers by the platform's own files, a sidecar, and the driver of the test.
# Arguments: the work folder, the two Debian roots, etcd, daprd, node and the driver.
set -eu
work="$1" redis_root="$2" rabbitmq_root="$3" etcd="$4" daprd="$5" node="$6" driver="$7"
ip link set lo up
mount --bind "$work/hosts" /etc/hosts
root="$work/root"
mkdir -p "$work/upper" "$work/scratch" "$root"
mount -t overlay overlay -o "lowerdir=$redis_root:$rabbitmq_root,upperdir=$work/upper,workdir=$work/scratch" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp "$work/hosts" "$root/etc/hosts"
cp "$work/passwd" "$root/etc/passwd"
cp -r "$work/etc/." "$root/etc/"
cp "$etcd" "$root/usr/local/bin/etcd"
mkdir -p "$root/data"
chmod 1777 "$root/tmp"
chown 999:999 "$root/data"
inside() {
  chroot --userspec=999:999 "$root" /usr/bin/env -i LANG=C.UTF-8 \
    PATH=/usr/lib/rabbitmq/bin:/usr/local/bin:/usr/bin:/bin "$@"
}
inside etcd --config-file=/etc/etcd-config/etcd.yaml > "$work/etcd.log" 2>&1 &
inside sh /etc/redis-config/start.sh > "$work/redis.log" 2>&1 &
# shellcheck disable=SC2046
inside $(cat "$work/rabbitmq.env") ERL_EPMD_ADDRESS=127.0.0.1 \
  "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}" \
  rabbitmq-server > "$work/rabbitmq.log" 2>&1 &
# The component ends the sidecar when its first connection is refused.
for _ in $(seq 240); do ss -ltn | grep -q ':5671 ' && break || sleep 0.25; done
DAPR_HOST_IP=127.0.0.1 SSL_CERT_DIR="/etc/ssl/certs:$work/ca" "$daprd" --app-id audit-service --app-port 3999 \
  --dapr-http-port 3500 --resources-path "$work/components" > "$work/daprd.log" 2>&1 &
exec "$node" "$driver"
