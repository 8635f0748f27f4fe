/** Name of the gateway's load balancer, by which it is found again. */
export const doksLoadBalancerName = "todo-web";

/**
 * Annotations of the Service that DigitalOcean makes a load balancer of. With its name in place of its address, pods that
 * call the host leave the cluster: the address alone would be answered inside, past the load balancer, and cert-manager's
 * own check of an HTTP-01 challenge would fail where PROXY protocol is spoken.
 * Source: docs.digitalocean.com/products/kubernetes/how-to/configure-load-balancers.
 */
export const doksLoadBalancer = (host: string): Readonly<Record<string, string>> => ({
  "service.beta.kubernetes.io/do-loadbalancer-name": doksLoadBalancerName,
  "service.beta.kubernetes.io/do-loadbalancer-hostname": host,
});

/** Name of a host's record in its domain; `@` is the domain itself. Undefined when the host is not in it. */
export const recordName = (host: string, domain: string): string | undefined => {
  if (host === domain) return "@";
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : undefined;
};
