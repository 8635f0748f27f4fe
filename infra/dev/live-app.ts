import { setTimeout as sleep } from "node:timers/promises";
import {
  AppsV1Api,
  CoreV1Api,
  PatchStrategy,
  setHeaderOptions,
  type KubeConfig,
  type V1Deployment,
} from "@kubernetes/client-node";
import { runInPod } from "../verify/run-in-pod.ts";

/** Files of a bundle by their path in it. */
export type Bundle = ReadonlyMap<string, Uint8Array>;

/** An app of a cluster that runs what a developer has, instead of its image. */
export interface LiveAppArgs {
  readonly kubeconfig: KubeConfig;
  readonly namespace: string;
  readonly app: string;
}

/** Where the bundle lies in the pod; the image's own files stay as they are. */
const folder = "/live";

/** Milliseconds until the changed pods must be there. */
const patience = 120_000;

/**
 * Reads a line with a JSON object of base64 texts by path, and writes those files; each is whole at every moment. The end
 * of the input is not waited for: the apiserver does not hand it on.
 */
const writer = `const{mkdirSync,renameSync,writeFileSync}=require("node:fs");const{dirname,join}=require("node:path");
let text="";
process.stdin.setEncoding("utf8").on("data",(part)=>{
  text+=part;const end=text.indexOf("\\n");if(end<0)return;
  for(const[path,content]of Object.entries(JSON.parse(text.slice(0,end)))){
    const file=join("${folder}",path);mkdirSync(dirname(file),{recursive:true});
    writeFileSync(file+".new",Buffer.from(content,"base64"));renameSync(file+".new",file);
  }
  process.exit(0);
});`;

/** Runs the bundle as soon as it is there, and again whenever it changes. */
const watcher = `const{spawn}=require("node:child_process");const{existsSync,watch}=require("node:fs");
let child,timer;
const start=()=>{if(!existsSync("${folder}/main.js"))return;
  child=spawn(process.execPath,[...process.argv.slice(1),"main.js"],{cwd:"${folder}",stdio:"inherit"});};
const again=()=>{if(!child||child.exitCode!==null||child.signalCode!==null)return start();
  child.once("exit",start);child.kill("SIGTERM");};
watch("${folder}",{recursive:true},(_event,file)=>{if(file===null||file.endsWith(".new"))return;clearTimeout(timer);timer=setTimeout(again,100);});
process.on("SIGTERM",()=>{if(!child||child.exitCode!==null)process.exit(0);child.removeAllListeners("exit");child.once("exit",(code)=>process.exit(code??0));child.kill("SIGTERM");});
start();`;

const livePatch = (app: string, nodeArguments: readonly string[]) => ({
  spec: {
    replicas: 1,
    template: {
      metadata: { annotations: { "todo-platform.io/live": new Date().toISOString() } },
      spec: {
        containers: [
          {
            name: app,
            command: ["node", "-e", watcher, "--", ...nodeArguments],
            // Until the first bundle has come, nothing answers.
            livenessProbe: null,
            volumeMounts: [{ name: "live", mountPath: folder }],
          },
        ],
        volumes: [{ name: "live", emptyDir: {} }],
      },
    },
  },
});

/**
 * Lets an app of a running cluster run a bundle from a developer's machine: one pod, its sidecar, Secrets and rights as
 * they are, the process started anew for each bundle. Its image and number of replicas come back with {@link restore}.
 */
export class LiveApp {
  readonly #args: LiveAppArgs;
  readonly #apps: AppsV1Api;
  readonly #core: CoreV1Api;
  #before: V1Deployment | undefined;

  constructor(args: LiveAppArgs) {
    this.#args = args;
    this.#apps = args.kubeconfig.makeApiClient(AppsV1Api);
    this.#core = args.kubeconfig.makeApiClient(CoreV1Api);
  }

  /**
   * Replaces the app's pods by one that waits for a bundle.
   * @throws Error when it is not there after two minutes
   */
  async open(nodeArguments: readonly string[] = []): Promise<void> {
    const { namespace, app: name } = this.#args;
    this.#before = await this.#apps.readNamespacedDeployment({ namespace, name });
    const body = livePatch(name, nodeArguments);
    await this.#apps.patchNamespacedDeployment(
      { namespace, name, body },
      setHeaderOptions("Content-Type", PatchStrategy.StrategicMergePatch),
    );
    for (const end = Date.now() + patience; (await this.#pod()) === undefined; await sleep(300))
      if (Date.now() > end)
        throw new Error(`no pod of ${name} with the bundle's folder runs after ${patience / 1000} s`);
  }

  /** Puts files into the pod; its process starts anew. */
  async push(bundle: Bundle): Promise<void> {
    const { kubeconfig, namespace, app } = this.#args;
    const pod = await this.#pod();
    if (pod === undefined) throw new Error(`no pod of ${app} runs`);
    const files = Object.fromEntries([...bundle].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]));
    const input = `${JSON.stringify(files)}\n`;
    await runInPod(kubeconfig, { namespace, pod, container: app, command: ["node", "-e", writer], input });
  }

  /** Gives the app back its image and its replicas. */
  async restore(): Promise<void> {
    const before = this.#before;
    if (before === undefined) return;
    const { namespace, app: name } = this.#args;
    const now = await this.#apps.readNamespacedDeployment({ namespace, name });
    const body = { ...before, metadata: { ...before.metadata, resourceVersion: now.metadata?.resourceVersion ?? "" } };
    delete body.metadata.managedFields;
    await this.#apps.replaceNamespacedDeployment({ namespace, name, body });
    this.#before = undefined;
  }

  /** The running pod that has the bundle's folder. */
  async #pod(): Promise<string | undefined> {
    const { namespace, app } = this.#args;
    const { items } = await this.#core.listNamespacedPod({ namespace, labelSelector: `app.kubernetes.io/name=${app}` });
    return items.find(
      ({ metadata, spec, status }) =>
        metadata?.deletionTimestamp === undefined &&
        spec?.volumes?.some(({ name }) => name === "live") === true &&
        status?.containerStatuses?.some(({ name, state }) => name === app && state?.running !== undefined) === true,
    )?.metadata?.name;
  }
}
