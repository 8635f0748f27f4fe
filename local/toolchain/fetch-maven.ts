import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';
import type { MavenTool } from './tools.ts';

/** Copies a tool's Java archives (and, when asked, what they need at run time) into `folder/lib`. */
export async function fetchMaven(
  recipe: MavenTool,
  version: string,
  folder: string,
  note: (text: string) => void,
): Promise<void> {
  const lib = join(folder, 'lib');
  const pom = join(folder, 'pom.xml');
  await mkdir(lib);
  await writeFile(pom, mavenProject(recipe, version));
  const scope = recipe.transitive ? [] : ['-DexcludeTransitive=true'];
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  await run(
    'mvn',
    ['--batch-mode', '--quiet', '-f', pom, goal, `-DoutputDirectory=${lib}`, '-DincludeScope=runtime', ...scope],
    { onLine: note },
  );
}

/** A Maven project whose only content is one dependency. */
export function mavenProject(recipe: MavenTool, version: string): string {
  const [group, artifact, , type, classifier] = recipe.artifact.split(':');
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>todo-platform</groupId>
  <artifactId>${artifact}-fetch</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
      <type>${type}</type>${classifier === undefined ? '' : `\n      <classifier>${classifier}</classifier>`}
    </dependency>
  </dependencies>
</project>
`;
}
