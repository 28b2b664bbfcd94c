import * as z from "zod";

const Entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.looseObject({ packages: z.record(z.string(), Entry) });

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

const within = (words: readonly string[], name: string): string[] =>
  words.filter((word) => name.split("-").includes(word));

const libcOf = (name: string): { libc?: string[] } => {
  if (!name.includes("linux")) return {};
  if (/musl/.test(name)) return { libc: ["musl"] };
  return /gnu/.test(name) ? { libc: ["glibc"] } : {};
};

/** What a lock file says of a package that only some machines install, as far as its name tells it. */
const entryOf = (name: string, version: string, dev: boolean) => {
  const short = name.slice(name.lastIndexOf("/") + 1);
  return {
    version,
    ...(dev ? { dev } : {}),
    optional: true,
    os: within(SYSTEMS, short),
    cpu: within(PROCESSORS, short),
    ...libcOf(short),
  };
};

const isKnown = (packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1))) {
    if (`${place === "" ? "" : `${place}/`}node_modules/${name}` in packages) return true;
    if (place === "") return false;
  }
};

/**
 * The lock file with every optional package of other platforms that the registry at hand did not serve when it was made:
 * without them `npm ci` calls the file out of step, everywhere. They carry no digest, which npm fills in where it installs
 * one of them.
 */
export const withAllPlatforms = (text: string): string => {
  const lock = Lock.parse(JSON.parse(text));
  const packages: Record<string, unknown> = { ...lock.packages };
  for (const [from, { dev = false, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (/^\d/.test(version) && !isKnown(lock.packages, from, name))
        packages[`node_modules/${name}`] = entryOf(name, version, dev);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
};
