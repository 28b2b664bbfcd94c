import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import { CellProblem } from "./imports.ts";

export const CustomersImported = z
  .object({
    dryRun: z.boolean(),
    rows: z.number().int().meta({ description: "customers in the file" }),
    faults: z.array(CellProblem).meta({ description: "all that is wrong, of a dry run" }),
  })
  .meta({ id: "CustomersImported" });

const CustomerView = z.object({
  customerId: z.string(),
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  locale: Locale,
  groups: z.record(z.string(), z.string()),
  listedAt: Instant,
});

export const CustomerList = z
  .object({ items: z.array(CustomerView), cursor: z.string().optional() })
  .meta({ id: "CustomerList" });
