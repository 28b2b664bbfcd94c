import { useEffect } from "react";
import type * as z from "zod";
import type { CustomerList } from "../../../shared/api/customers.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Listing } from "../list/listing.tsx";
import { usePages } from "../list/pages.ts";
import { Card } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";
import { Take } from "../take.tsx";
import { wordFor } from "../words/words.ts";
import { CustomersImport } from "./customers-import.tsx";

type Customer = z.infer<typeof CustomerList>["items"][number];

const idOf = ({ customerId }: Customer): string => customerId;

/** Whom the company's surveys may ask: the list of them, and how it is renewed from a file. */
export const CustomersPage = () => {
  const { org, words } = useDesk();
  const { customers } = words;
  const pages = usePages<Customer>(pathTo(org, "/customers?limit=50"), idOf);
  const template = (format: string): string => pathTo(org, `/customers/template?format=${format}`);
  useEffect(() => {
    document.title = `${customers.title} · ${words.console}`;
  }, [customers, words]);
  return (
    <>
      <div className="head">
        <div>
          <a href={hashOf({ org, page: "surveys" })}>{words.campaigns.back}</a>
          <h1>{customers.title}</h1>
          <p className="quiet">{customers.lead}</p>
        </div>
      </div>
      <Card title={words.imports.template}>
        <p>{customers.templateHint}</p>
        <Take
          files={[
            { path: template("xlsx"), says: words.imports.xlsx },
            { path: template("csv"), says: words.imports.csv },
          ]}
        />
      </Card>
      <CustomersImport imported={() => void pages.reload()} />
      <Listing pages={pages} none={customers.none}>
        {(items) => (
          <Table
            className="cases"
            rows={items}
            keyOf={idOf}
            columns={[
              { title: customers.name, show: ({ name }) => name },
              { title: customers.email, show: ({ email }) => email },
              { title: customers.phone, show: ({ phone }) => phone },
              { title: customers.language, show: ({ locale }) => wordFor(customers.languages, locale) },
              {
                title: customers.groups,
                show: ({ groups }) =>
                  Object.entries(groups)
                    .map(([by, is]) => `${by}: ${is}`)
                    .join("; "),
              },
            ]}
          />
        )}
      </Listing>
    </>
  );
};
