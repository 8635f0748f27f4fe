import log from "@pulumi/pulumi/log/index.js";

/**
 * Silences the debug messages of Pulumi's SDK. It writes each registered resource with its secrets in plain into them,
 * and `pulumi up --json` prints debug messages even when nobody asked for them: a log of CI would hold every password.
 * Source: @pulumi/pulumi runtime/resource.js, "RegisterResource RPC finished"; found by tests/infra/stacks.
 */
export const withholdDebug = (): void => {
  log.debug = () => Promise.resolve();
};
