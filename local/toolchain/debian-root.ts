import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheRoot } from '../paths.ts';
import type { Progress } from '../progress.ts';
import { run } from '../run.ts';
import { versions } from '../versions.ts';
import { existsSync } from 'node:fs';
import { store } from './store.ts';

/** Root file systems made of Debian packages: the node's, and the bases of the images that need more than a binary. */
const roots = {
  node: [
    ...['mount', 'containerd', 'runc', 'iptables', 'conntrack', 'containernetworking-plugins', 'iproute2', 'procps'],
    ...['kmod', 'ca-certificates', 'libstdc++6'],
  ],
  base: ['ca-certificates', 'libstdc++6'],
  jre: ['ca-certificates', `openjdk-${versions.java}-jre-headless`],
  postgres: ['postgresql-15', 'locales-all'],
  busybox: ['busybox-static'],
} as const;

/** The name of a Debian root file system. */
export type RootName = keyof typeof roots;

// What no process ever reads: documentation and translations of the package tools.
const LEFT_OUT = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*', '/usr/share/info/*'];

/** The folder of a Debian root file system in the cache; its name changes with its package list. */
export function debianRootDir(name: RootName): string {
  const key = createHash('sha256').update(JSON.stringify([versions.debian, roots[name], LEFT_OUT]));
  return join(cacheRoot(), `${name}-root-${key.digest('hex').slice(0, 12)}`);
}

/** Makes a Debian root file system with mmdebstrap unless it is in the cache, and returns its folder. */
export async function ensureDebianRoot(name: RootName, progress: Progress): Promise<string> {
  const folder = debianRootDir(name);
  if (existsSync(folder)) return folder;
  const title = `install Debian packages of the ${name} file system (about 30 s)`;
  return progress.step(title, (note) =>
    store(folder, (temporary) => install(name, temporary, note), () => note('another start is making it')),
  );
}

async function install(name: RootName, folder: string, note: (text: string) => void): Promise<void> {
  const args = [
    ...['--mode=root', '--variant=essential', '--format=directory', `--include=${roots[name].join(',')}`],
    ...LEFT_OUT.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
    '--aptopt=Acquire::Retries "3"',
    ...[versions.debian, folder],
  ];
  await run('mmdebstrap', args, { onLine: note });
}
