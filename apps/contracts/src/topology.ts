/** HTTP verbs that an access rule may name. */
export type HttpVerb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One app: its Dapr app id is its key in {@link Topology.apps}. */
export interface AppSpec {
  /** Port on which the app listens inside its pod. */
  readonly port: number;
  /** Whether it schedules jobs of its own (Dapr Jobs API); its sidecar POSTs each to `/job/<name>`. @default false */
  readonly jobs?: boolean;
  /** How its sidecar speaks to it. @default "http" */
  readonly protocol?: "http" | "https" | "grpc" | "grpcs" | "h2c";
}

/** How many events a sidecar hands over at once, and how long it waits for them. */
export interface BulkSpec {
  readonly maxMessages: number;
  readonly maxAwaitMs: number;
}

/** How one app receives a topic. */
export interface SubscriberSpec<Event extends string = string> {
  /** Route of the app to which its sidecar POSTs each event that no rule sends elsewhere. */
  readonly route: string;
  /** Routes of single event types. */
  readonly routes?: { readonly [E in Event]?: string };
  /** Takes many events in one request. */
  readonly bulk?: BulkSpec;
}

/** One topic: what it carries, who writes it and who reads it. Its dead letters go to `<topic>-dead-letter`. */
export interface TopicSpec<App extends string = string, Event extends string = string> {
  readonly events: readonly Event[];
  readonly publishers: readonly App[];
  readonly subscribers: { readonly [A in App]?: SubscriberSpec<Event> };
  /** After how many seconds an event is stale: publishers send it as `ttlInSeconds`. */
  readonly ttlSeconds?: number;
}

/** One allowed call from an app to another. */
export interface InvocationSpec<App extends string = string> {
  readonly from: App;
  readonly to: App;
  /** Path of the callee, `/**` at its end stands for everything below. */
  readonly path: string;
  readonly verbs: readonly HttpVerb[];
}

/** A secret that apps read through the secret store. */
export interface SecretSpec<App extends string = string> {
  readonly keys: readonly string[];
  readonly apps: readonly App[];
}

/** A state store and the apps that may use it. */
export interface StateStoreSpec<App extends string = string> {
  readonly apps: readonly App[];
}

/** Work at set times: its owner's sidecar POSTs to the route. */
export interface ScheduleSpec<App extends string = string> {
  /** Five fields of cron in UTC, or `@every 1m`, `@hourly`, `@daily` and the like. */
  readonly schedule: string;
  readonly app: App;
  readonly route: string;
  /**
   * A cron binding fires in each replica. Whether the app makes sure by itself that the work is done once.
   * @default false, and then the app may have one replica only
   */
  readonly deduplicated?: boolean;
}

/** An outside system that apps reach, or that reaches them, through a binding. */
export interface BindingSpec<App extends string = string> {
  readonly apps: readonly App[];
  readonly direction: "input" | "output" | "input, output";
  /** Route for what comes in. @default `/<name of the binding>` */
  readonly route?: string;
}

/** A lock, configuration store, conversation, cryptography or other building block, and the apps that use it. */
export interface BuildingBlockSpec<App extends string = string> {
  readonly apps: readonly App[];
}

/** Who talks to whom: the single source of topics, scopes, access rules, routes, Kafka ACLs and the diagram. */
export interface Topology<App extends string = string, Event extends string = string> {
  readonly apps: { readonly [A in App]: AppSpec };
  readonly topics: { readonly [name: string]: TopicSpec<App, Event> };
  /** The app that drains every dead-letter topic, and its route. */
  readonly deadLetters: { readonly app: App; readonly route: string };
  readonly invocations: readonly InvocationSpec<App>[];
  readonly stateStores: { readonly [name: string]: StateStoreSpec<App> };
  readonly secrets: { readonly [name: string]: SecretSpec<App> };
  /** Each is a cron binding of that name. */
  readonly schedules?: { readonly [name: string]: ScheduleSpec<App> };
  readonly bindings?: { readonly [name: string]: BindingSpec<App> };
  readonly buildingBlocks?: { readonly [name: string]: BuildingBlockSpec<App> };
}

/**
 * Types a topology: an app or event that is not declared is a compile error.
 * It checks nothing at run time; `definePlatform` does.
 */
export const defineTopology =
  <Event extends string>() =>
  <const App extends string, const T extends Topology<App, Event>>(
    topology: T & { apps: { [A in App]: AppSpec } },
  ): T =>
    topology;

/** Name of the topic that takes the dead letters of `topic`. */
export const deadLetterTopic = (topic: string): string => `${topic}-dead-letter`;
