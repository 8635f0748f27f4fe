// Loaded before a program by the language host. The SDK loads a compiler and a package manager for turning functions into
// text (dynamic providers, callbacks), half of all its modules, and keeps a debugger attached for it. Here they wait for
// the first function that is to become text.
import { createRequire, Module } from "node:module";

const require = createRequire(import.meta.url);
const closures = "@pulumi/pulumi/runtime/closure";

late("serializeClosure", ["serializeFunction", "serializeFunctionAsync"]);
late("codePaths", ["computeCodePaths"]);
late("v8Hooks", ["getSessionAsync", "getScriptUrl"], { isInitializedAsync: () => Promise.resolve() });

type Functions = Record<string, (...values: unknown[]) => unknown>;

/** Puts functions in the place of a module that load it when one of them is called. */
function late(name: string, functions: readonly string[], before: Functions = {}): void {
  const file = require.resolve(`${closures}/${name}.js`);
  let loaded: Functions | undefined;
  const load = (): Functions => {
    if (loaded === undefined) {
      Reflect.deleteProperty(require.cache, file);
      loaded = require(file) as Functions;
    }
    return loaded;
  };
  const calls = functions.map((key) => [key, (...values: unknown[]) => load()[key]?.(...values)]);
  require.cache[file] = Object.assign(new Module(file), {
    filename: file,
    loaded: true,
    exports: { ...before, ...(Object.fromEntries(calls) as Functions) },
  });
}
