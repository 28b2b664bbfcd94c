/** Folders that are served as they are, by prefix. */
export const site = async (): Promise<Readonly<Record<string, string>>> => ({});
