import type { Rule } from "./pack/rule.ts";
import { appRequiresResiliency } from "./rules/app-requires-resiliency.ts";
import { azureClusterForbidsLocalAccounts } from "./rules/azure-cluster-forbids-local-accounts.ts";
import { azureClusterForbidsPublicNodes } from "./rules/azure-cluster-forbids-public-nodes.ts";
import { azureClusterRequiresRoleAccess } from "./rules/azure-cluster-requires-role-access.ts";
import { azureClusterRestrictsApiServer } from "./rules/azure-cluster-restricts-api-server.ts";
import { azureDatabaseForbidsPublicAccess } from "./rules/azure-database-forbids-public-access.ts";
import { azureDatabaseRequiresBackups } from "./rules/azure-database-requires-backups.ts";
import { azureDatabaseRequiresTls } from "./rules/azure-database-requires-tls.ts";
import { azureNetworkForbidsOpenPorts } from "./rules/azure-network-forbids-open-ports.ts";
import { azurePublicAddressRequiresGateway } from "./rules/azure-public-address-requires-gateway.ts";
import { azureRegistryForbidsSharedAccess } from "./rules/azure-registry-forbids-shared-access.ts";
import { azureResourceRequiresDiagnostics } from "./rules/azure-resource-requires-diagnostics.ts";
import { azureRoleAssignmentForbidsBroadRoles } from "./rules/azure-role-assignment-forbids-broad-roles.ts";
import { azureStorageForbidsOpenAccess } from "./rules/azure-storage-forbids-open-access.ts";
import { azureVaultForbidsPublicAccess } from "./rules/azure-vault-forbids-public-access.ts";
import { azureVaultRequiresPurgeProtection } from "./rules/azure-vault-requires-purge-protection.ts";
import { azureVaultRequiresRoleAccess } from "./rules/azure-vault-requires-role-access.ts";
import { bindingComponentRequiresDirection } from "./rules/binding-component-requires-direction.ts";
import { componentForbidsAlpha } from "./rules/component-forbids-alpha.ts";
import { componentForbidsDeprecatedType } from "./rules/component-forbids-deprecated-type.ts";
import { componentForbidsIgnoredErrors } from "./rules/component-forbids-ignored-errors.ts";
import { componentForbidsInlineSecret } from "./rules/component-forbids-inline-secret.ts";
import { componentForbidsUnknownType } from "./rules/component-forbids-unknown-type.ts";
import { componentForbidsVolatileData } from "./rules/component-forbids-volatile-data.ts";
import { componentRequiresScopes } from "./rules/component-requires-scopes.ts";
import { componentRequiresVerifiedTls } from "./rules/component-requires-verified-tls.ts";
import { configMapForbidsSecrets } from "./rules/config-map-forbids-secrets.ts";
import { configurationDeniesAccessByDefault } from "./rules/configuration-denies-access-by-default.ts";
import { configurationForbidsDisabledMtls } from "./rules/configuration-forbids-disabled-mtls.ts";
import { configurationForbidsOpenPolicies } from "./rules/configuration-forbids-open-policies.ts";
import { configurationObfuscatesApiLogs } from "./rules/configuration-obfuscates-api-logs.ts";
import { configurationRequiresMetrics } from "./rules/configuration-requires-metrics.ts";
import { configurationRequiresTracing } from "./rules/configuration-requires-tracing.ts";
import { configurationRestrictsSecrets } from "./rules/configuration-restricts-secrets.ts";
import { cronComponentForbidsSeveralReplicas } from "./rules/cron-component-forbids-several-replicas.ts";
import { customResourceDefinitionRequiresProtection } from "./rules/custom-resource-definition-requires-protection.ts";
import { daprReleaseRequiresInjection } from "./rules/dapr-release-requires-injection.ts";
import { daprReleaseRequiresMtls } from "./rules/dapr-release-requires-mtls.ts";
import { daprReleaseRequiresReplicas } from "./rules/dapr-release-requires-replicas.ts";
import { digitaloceanClusterRequiresHa } from "./rules/digitalocean-cluster-requires-ha.ts";
import { digitaloceanClusterRequiresUpgrades } from "./rules/digitalocean-cluster-requires-upgrades.ts";
import { digitaloceanClusterRestrictsApiServer } from "./rules/digitalocean-cluster-restricts-api-server.ts";
import { digitaloceanDatabaseRequiresFirewall } from "./rules/digitalocean-database-requires-firewall.ts";
import { digitaloceanDatabaseRequiresPrivateNetwork } from "./rules/digitalocean-database-requires-private-network.ts";
import { digitaloceanDatabaseRequiresStandby } from "./rules/digitalocean-database-requires-standby.ts";
import { disruptionBudgetAllowsEviction } from "./rules/disruption-budget-allows-eviction.ts";
import { exemptionRequiresReason } from "./rules/exemption-requires-reason.ts";
import { gatewayRequiresTls } from "./rules/gateway-requires-tls.ts";
import { ingressRequiresTls } from "./rules/ingress-requires-tls.ts";
import { kafkaComponentRequiresAuthentication } from "./rules/kafka-component-requires-authentication.ts";
import { kafkaComponentRequiresOwnConsumerGroup } from "./rules/kafka-component-requires-own-consumer-group.ts";
import { kafkaForbidsCreatedTopics } from "./rules/kafka-forbids-created-topics.ts";
import { kafkaForbidsPlaintextListeners } from "./rules/kafka-forbids-plaintext-listeners.ts";
import { kafkaPoolKeepsVolumes } from "./rules/kafka-pool-keeps-volumes.ts";
import { kafkaRequiresAuthentication } from "./rules/kafka-requires-authentication.ts";
import { kafkaRequiresAuthorization } from "./rules/kafka-requires-authorization.ts";
import { kafkaRequiresReplication } from "./rules/kafka-requires-replication.ts";
import { kafkaTopicRequiresCopies } from "./rules/kafka-topic-requires-copies.ts";
import { kafkaTopicRequiresRetention } from "./rules/kafka-topic-requires-retention.ts";
import { kafkaUserForbidsWildcards } from "./rules/kafka-user-forbids-wildcards.ts";
import { namespaceEnforcesPodSecurity } from "./rules/namespace-enforces-pod-security.ts";
import { namespaceRequiresNetworkPolicy } from "./rules/namespace-requires-network-policy.ts";
import { networkPolicyForbidsOpenIngress } from "./rules/network-policy-forbids-open-ingress.ts";
import { podDropsCapabilities } from "./rules/pod-drops-capabilities.ts";
import { podForbidsFloatingImages } from "./rules/pod-forbids-floating-images.ts";
import { podForbidsHostNamespaces } from "./rules/pod-forbids-host-namespaces.ts";
import { podForbidsHostPaths } from "./rules/pod-forbids-host-paths.ts";
import { podForbidsHostPorts } from "./rules/pod-forbids-host-ports.ts";
import { podForbidsInlineSecrets } from "./rules/pod-forbids-inline-secrets.ts";
import { podForbidsPrivilegeEscalation } from "./rules/pod-forbids-privilege-escalation.ts";
import { podForbidsPrivilegedContainers } from "./rules/pod-forbids-privileged-containers.ts";
import { podForbidsRoot } from "./rules/pod-forbids-root.ts";
import { podRequiresImageDigests } from "./rules/pod-requires-image-digests.ts";
import { podRequiresLimits } from "./rules/pod-requires-limits.ts";
import { podRequiresProbes } from "./rules/pod-requires-probes.ts";
import { podRequiresReadOnlyRoot } from "./rules/pod-requires-read-only-root.ts";
import { podRequiresSeccomp } from "./rules/pod-requires-seccomp.ts";
import { podStatesTokenUse } from "./rules/pod-states-token-use.ts";
import { postgresClusterRequiresBackups } from "./rules/postgres-cluster-requires-backups.ts";
import { postgresClusterRequiresReplicas } from "./rules/postgres-cluster-requires-replicas.ts";
import { postgresClusterRequiresSchedule } from "./rules/postgres-cluster-requires-schedule.ts";
import { pubsubComponentRequiresTopicScopes } from "./rules/pubsub-component-requires-topic-scopes.ts";
import { redpandaReleaseRequiresSecurity } from "./rules/redpanda-release-requires-security.ts";
import { releaseRequiresVersion } from "./rules/release-requires-version.ts";
import { resiliencyRequiresBoundedRetries } from "./rules/resiliency-requires-bounded-retries.ts";
import { resiliencyRequiresKnownTargets } from "./rules/resiliency-requires-known-targets.ts";
import { resiliencyRequiresTimeouts } from "./rules/resiliency-requires-timeouts.ts";
import { roleBindingForbidsBroadRights } from "./rules/role-binding-forbids-broad-rights.ts";
import { roleForbidsReadingAllSecrets } from "./rules/role-forbids-reading-all-secrets.ts";
import { roleForbidsWildcards } from "./rules/role-forbids-wildcards.ts";
import { secretRequiresDatabaseTls } from "./rules/secret-requires-database-tls.ts";
import { serviceForbidsNodePorts } from "./rules/service-forbids-node-ports.ts";
import { serviceForbidsOpenLoadBalancers } from "./rules/service-forbids-open-load-balancers.ts";
import { sidecarForbidsBuiltInSecretStore } from "./rules/sidecar-forbids-built-in-secret-store.ts";
import { sidecarForbidsDebugging } from "./rules/sidecar-forbids-debugging.ts";
import { sidecarForbidsUnknownAnnotations } from "./rules/sidecar-forbids-unknown-annotations.ts";
import { sidecarRequiresApiToken } from "./rules/sidecar-requires-api-token.ts";
import { sidecarRequiresAppHealthCheck } from "./rules/sidecar-requires-app-health-check.ts";
import { sidecarRequiresAppToken } from "./rules/sidecar-requires-app-token.ts";
import { sidecarRequiresConfiguration } from "./rules/sidecar-requires-configuration.ts";
import { sidecarRequiresLimits } from "./rules/sidecar-requires-limits.ts";
import { sidecarRequiresOwnAppId } from "./rules/sidecar-requires-own-app-id.ts";
import { stateComponentForbidsSecondActorStore } from "./rules/state-component-forbids-second-actor-store.ts";
import { stateComponentRequiresActorStore } from "./rules/state-component-requires-actor-store.ts";
import { statefulResourceRequiresProtection } from "./rules/stateful-resource-requires-protection.ts";
import { statefulSetKeepsVolumes } from "./rules/stateful-set-keeps-volumes.ts";
import { subscriptionRequiresDeadLetter } from "./rules/subscription-requires-dead-letter.ts";
import { subscriptionRequiresLoadedPubsub } from "./rules/subscription-requires-loaded-pubsub.ts";
import { subscriptionRequiresScopes } from "./rules/subscription-requires-scopes.ts";
import { workloadRequiresDisruptionBudget } from "./rules/workload-requires-disruption-budget.ts";
import { workloadSpreadsReplicas } from "./rules/workload-spreads-replicas.ts";

/** Every rule of the pack, by what it is about. */
export const ruleGroups: Readonly<Record<string, readonly Rule[]>> = {
  "Dapr: components": [
    componentForbidsAlpha,
    componentForbidsDeprecatedType,
    componentForbidsIgnoredErrors,
    componentForbidsInlineSecret,
    componentForbidsUnknownType,
    componentForbidsVolatileData,
    componentRequiresScopes,
    componentRequiresVerifiedTls,
    kafkaComponentRequiresAuthentication,
    kafkaComponentRequiresOwnConsumerGroup,
    pubsubComponentRequiresTopicScopes,
    bindingComponentRequiresDirection,
    cronComponentForbidsSeveralReplicas,
    stateComponentForbidsSecondActorStore,
    stateComponentRequiresActorStore,
  ],
  "Dapr: subscriptions, resiliency and configurations": [
    subscriptionRequiresDeadLetter,
    subscriptionRequiresLoadedPubsub,
    subscriptionRequiresScopes,
    resiliencyRequiresBoundedRetries,
    resiliencyRequiresKnownTargets,
    resiliencyRequiresTimeouts,
    appRequiresResiliency,
    configurationDeniesAccessByDefault,
    configurationForbidsDisabledMtls,
    configurationForbidsOpenPolicies,
    configurationObfuscatesApiLogs,
    configurationRequiresMetrics,
    configurationRequiresTracing,
    configurationRestrictsSecrets,
  ],
  "Dapr: sidecars and control plane": [
    sidecarForbidsBuiltInSecretStore,
    sidecarForbidsDebugging,
    sidecarForbidsUnknownAnnotations,
    sidecarRequiresApiToken,
    sidecarRequiresAppHealthCheck,
    sidecarRequiresAppToken,
    sidecarRequiresConfiguration,
    sidecarRequiresLimits,
    sidecarRequiresOwnAppId,
    daprReleaseRequiresInjection,
    daprReleaseRequiresMtls,
    daprReleaseRequiresReplicas,
  ],
  "Kubernetes: pods": [
    podDropsCapabilities,
    podForbidsFloatingImages,
    podForbidsHostNamespaces,
    podForbidsHostPaths,
    podForbidsHostPorts,
    podForbidsInlineSecrets,
    podForbidsPrivilegeEscalation,
    podForbidsPrivilegedContainers,
    podForbidsRoot,
    podRequiresImageDigests,
    podRequiresLimits,
    podRequiresProbes,
    podRequiresReadOnlyRoot,
    podRequiresSeccomp,
    podStatesTokenUse,
  ],
  "Kubernetes: workloads and namespaces": [
    workloadRequiresDisruptionBudget,
    workloadSpreadsReplicas,
    disruptionBudgetAllowsEviction,
    statefulSetKeepsVolumes,
    namespaceEnforcesPodSecurity,
    namespaceRequiresNetworkPolicy,
    releaseRequiresVersion,
  ],
  "Kubernetes: network": [
    networkPolicyForbidsOpenIngress,
    serviceForbidsNodePorts,
    serviceForbidsOpenLoadBalancers,
    gatewayRequiresTls,
    ingressRequiresTls,
  ],
  "Kubernetes: rights, secrets and kinds": [
    roleBindingForbidsBroadRights,
    roleForbidsReadingAllSecrets,
    roleForbidsWildcards,
    configMapForbidsSecrets,
    secretRequiresDatabaseTls,
    customResourceDefinitionRequiresProtection,
  ],
  "Kafka and Redpanda": [
    kafkaForbidsCreatedTopics,
    kafkaForbidsPlaintextListeners,
    kafkaPoolKeepsVolumes,
    kafkaRequiresAuthentication,
    kafkaRequiresAuthorization,
    kafkaRequiresReplication,
    kafkaTopicRequiresCopies,
    kafkaTopicRequiresRetention,
    kafkaUserForbidsWildcards,
    redpandaReleaseRequiresSecurity,
  ],
  Databases: [
    postgresClusterRequiresBackups,
    postgresClusterRequiresReplicas,
    postgresClusterRequiresSchedule,
    azureDatabaseForbidsPublicAccess,
    azureDatabaseRequiresBackups,
    azureDatabaseRequiresTls,
    digitaloceanDatabaseRequiresFirewall,
    digitaloceanDatabaseRequiresPrivateNetwork,
    digitaloceanDatabaseRequiresStandby,
  ],
  "Azure and DigitalOcean": [
    statefulResourceRequiresProtection,
    azureClusterForbidsLocalAccounts,
    azureClusterForbidsPublicNodes,
    azureClusterRequiresRoleAccess,
    azureClusterRestrictsApiServer,
    azureNetworkForbidsOpenPorts,
    azurePublicAddressRequiresGateway,
    azureRegistryForbidsSharedAccess,
    azureResourceRequiresDiagnostics,
    azureRoleAssignmentForbidsBroadRoles,
    azureStorageForbidsOpenAccess,
    azureVaultForbidsPublicAccess,
    azureVaultRequiresPurgeProtection,
    azureVaultRequiresRoleAccess,
    digitaloceanClusterRequiresHa,
    digitaloceanClusterRequiresUpgrades,
    digitaloceanClusterRestrictsApiServer,
  ],
  "The pack itself": [exemptionRequiresReason],
};

/** Every rule of the pack. */
export const rules: readonly Rule[] = Object.values(ruleGroups).flat();
