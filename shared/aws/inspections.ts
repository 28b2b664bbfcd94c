import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { keptMark } from "../find/marks.ts";
import { InspectionRecord, type InspectionStore } from "../record/inspections/inspections.ts";
import type { Mentioning } from "../record/kept.ts";
import type { OrgStore } from "../record/org.ts";
import { tableKept } from "./kept.ts";
import { pointing } from "./pointing.ts";

/** Inspections in the table, with whom they mention beside them. */
export const tableInspections = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): InspectionStore => {
  const { point, unpoint } = pointing(client, table, orgs, ({ person }: Mentioning) => keptMark(person));
  return { ...tableKept(client, table, "inspection", InspectionRecord), point, unpoint };
};
