import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../run.ts";
import type { MavenTool } from "./tools.ts";

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";

/** Copies a tool's Java archives (and, when asked, what they need at run time) into `folder/lib`. */
export async function fetchMaven(
  recipe: MavenTool,
  version: string,
  folder: string,
  note: (text: string) => void,
): Promise<void> {
  const lib = join(folder, "lib");
  await mkdir(lib);
  const maven = (args: readonly string[]): Promise<unknown> =>
    run("mvn", ["--batch-mode", "--quiet", `-DoutputDirectory=${lib}`, ...args], { cwd: folder, onLine: note });
  const artifacts = recipe.artifacts.map((artifact) => artifact.replace("%v", version));
  if (!recipe.transitive) {
    for (const artifact of artifacts) await maven([`${PLUGIN}:copy`, `-Dartifact=${artifact}`]);
    return;
  }
  const project = join(folder, "pom.xml");
  await writeFile(project, mavenProject(artifacts));
  await maven(["-f", project, `${PLUGIN}:copy-dependencies`, "-DincludeScope=runtime"]);
  await rm(project);
}

/** A Maven project whose only content is its dependencies. */
export function mavenProject(artifacts: readonly string[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [group = "", name = "", version = ""] = artifact.split(":");
    const fields = `<groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>`;
    return `    <dependency>${fields}</dependency>\n`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>todo-platform</groupId>
  <artifactId>fetch</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.join("")}  </dependencies>
</project>
`;
}
