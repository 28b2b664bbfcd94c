import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { AuditFile } from "../../../shared/audit/file.ts";
import { removePhotos } from "../../../shared/aws/erasing.ts";
import type { CaseId, OrgId } from "../../../shared/kernel/ids.ts";
import { must } from "../../stack/call.ts";
import type { TestStack } from "../../stack/stack.ts";

const CLI = join(import.meta.dirname, "../../../infra/audit/audit.ts");

/** `npm run -s audit -- <words>`, with texts laid into files where a word is one. */
export const audit = (...words: readonly (string | { readonly text: string })[]) => {
  const folder = mkdtempSync(join(tmpdir(), "aftercare-audit-"));
  const args = words.map((word, n) => {
    if (typeof word === "string") return word;
    const file = join(folder, `${n}.json`);
    writeFileSync(file, word.text);
    return file;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, stderr, said: stdout === "" ? undefined : JSON.parse(stdout) };
};

/** What an export of a case is to somebody, as it came. */
export const exported = async (demo: TestStack, caseId: string, sub: string) => {
  const { text, body } = must(await demo.as(sub).get(`/cases/${caseId}/audit`), 200);
  return { text, file: AuditFile.parse(body) };
};

/** Objects of a bucket of the running stack, as an operator reads them. */
export const bucketOf = ({ stack }: TestStack, place: "BucketsAnchors" | "BucketsEvidence") => {
  const client = new S3Client({
    endpoint: stack.endpoints.s3,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local-secret" },
    forcePathStyle: true,
  });
  const [, Bucket = ""] =
    Object.entries(stack.resources).find(([id]) => new RegExp(`^${place}[0-9A-F]{8}$`).test(id)) ?? [];
  return {
    read: async (Key: string): Promise<string | undefined> => {
      try {
        return await (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
      } catch (error) {
        if (error instanceof Error && error.name === "NoSuchKey") return undefined;
        throw error;
      }
    },
    /** The keys of all objects that begin so, of any version. */
    keys: async (Prefix: string): Promise<readonly string[]> => {
      const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
      return Versions.map(({ Key = "" }) => Key);
    },
    /** As the erasure removes the photos of a case. */
    removeOf: (org: OrgId, caseId: CaseId): Promise<void> => removePhotos(client, Bucket, { org, caseId }),
    close: () => client.destroy(),
  };
};
