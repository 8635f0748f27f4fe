/** Connections that one replica of an app opens at most to a database of its own. */
export const databasePoolSize = 5;
