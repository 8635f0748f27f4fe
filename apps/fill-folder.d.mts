/** Makes `folder` hold exactly `files`, each by its path. */
export function fillFolder(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void>;
