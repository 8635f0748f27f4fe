// The program of target local under mocks: what it costs without the engine and its plugins.
import { runtime } from "@pulumi/pulumi";

await runtime.setMocks(
  {
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as Record<string, unknown> }),
    call: () => ({}),
  },
  "todo-platform",
  "bench",
);
runtime.setAllConfig({
  "todo-platform:target": "local",
  "todo-platform:registry": "127.0.0.1:5000",
  "todo-platform:kubeconfig": "/does/not/exist",
  "todo-platform:charts": '{"dapr":"/charts/dapr"}',
});
const { program } = await import("../../../infra/program.ts");
await program();
await runtime.disconnect();
