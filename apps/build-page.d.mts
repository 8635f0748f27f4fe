/** The files of the page in folder `web`, by name. */
export function bundlePage(web: string): Promise<Map<string, Buffer>>;
