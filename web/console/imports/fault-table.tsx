import { Button } from "antd";
import type * as z from "zod";
import { BOM, disarmed, quoted } from "../../../shared/api/csv-cell.ts";
import type { CellProblem } from "../../../shared/api/imports.ts";
import { useDesk } from "../desk.ts";
import { save } from "../save.ts";
import { Table } from "../table.tsx";

type Fault = z.infer<typeof CellProblem>;

/** More rows than this nobody reads on a page; the file has them all. */
const SHOWN = 200;

const spelt = (cell: string): string => quoted(disarmed(cell));

/** What is wrong with a file, cell by cell; where that is much, all of it as a file. */
export const FaultTable = ({ faults }: { faults: readonly Fault[] }) => {
  const { imports, actions } = useDesk().words;
  const keep = (): void => {
    const head = [imports.row, imports.column, imports.says];
    const lines = [head, ...faults.map(({ row, column, says }) => [`${row}`, column, says])];
    save("faults.csv", new Blob([BOM, lines.map((cells) => cells.map(spelt).join(",")).join("\r\n")]));
  };
  return (
    <>
      <Table
        className="records"
        caption={imports.checked}
        rows={faults.slice(0, SHOWN)}
        keyOf={({ row, column, code }, place) => `${row} ${column} ${code} ${place}`}
        columns={[
          { title: imports.row, show: ({ row }) => String(row) },
          { title: imports.column, show: ({ column }) => column },
          {
            title: imports.says,
            show: ({ says, rule }) => (rule === undefined ? says : `${says} (${actions.rules(rule)})`),
          },
        ]}
      />
      {faults.length > SHOWN && (
        <p className="take">
          {imports.moreFaults(SHOWN, faults.length)}
          <Button onClick={keep}>{imports.allFaults}</Button>
        </p>
      )}
    </>
  );
};
