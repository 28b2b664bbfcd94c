import type { DynamoDBDocumentClient, PutCommandOutput } from "@aws-sdk/lib-dynamodb";

/** One request as it was sent: what it asked, of which kind of item, and what it cost. */
export type Sent = {
  readonly what: string;
  readonly units: number;
  readonly conditional: boolean;
  readonly reads: boolean;
};

const kindOf = (input: Record<string, unknown>): string => {
  if (input.RequestItems !== undefined) return "WORDS";
  const key = (input.Key ?? input.Item ?? {}) as { pk?: string; sk?: string }; // every key of the table has one
  const asked = Object.values(input.ExpressionAttributeValues ?? {}).map(String);
  if (input.IndexName !== undefined) return String(input.IndexName);
  return [key.pk ?? "", ...asked].some((one) => one.includes("#WORD#")) ? "MARK" : String(key.sk);
};

/** What one request consumed; one that was refused has its units with nobody. */
const unitsOf = ({ ConsumedCapacity: used }: Partial<PutCommandOutput>): number =>
  [used ?? []].flat().reduce((sum, { CapacityUnits = Number.NaN }) => sum + CapacityUnits, 0);

/** Hears every request that a client sends, and what each consumes; answers what is sent while something runs, in order. */
export const listenTo = (client: DynamoDBDocumentClient) => {
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as unknown as Record<string, unknown>; // of whatever command it is
      input.ReturnConsumedCapacity = "TOTAL";
      const verb = String(context.commandName).replace(/(Item)?Command/, "");
      const tell = (units: number) =>
        sent.push({
          what: `${verb} ${kindOf(input)}`,
          units,
          conditional: input.ConditionExpression !== undefined,
          reads: verb === "Get" || verb === "Query",
        });
      try {
        const result = await next(args);
        tell(unitsOf(result.output as Partial<PutCommandOutput>)); // all of them may carry it
        return result;
      } catch (error) {
        tell(0);
        throw error;
      }
    },
    { step: "initialize", name: "listening" },
  );
  return async (run: () => Promise<unknown>): Promise<readonly Sent[]> => {
    sent.length = 0;
    await run();
    return [...sent];
  };
};
