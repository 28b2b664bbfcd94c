import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

/** A process that does so many writes, of whatever kind, and then dies with the last. */
export const life = (writes: number) => {
  let left = writes;
  return async <T>(write: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Error("dead");
    left -= 1;
    const done = await write();
    if (left === 0) throw new Error("killed");
    return done;
  };
};

/** A client of one life. */
export const mortal = (
  client: DynamoDBDocumentClient,
  writes: number | ReturnType<typeof life>,
): DynamoDBDocumentClient => {
  const spend = typeof writes === "number" ? life(writes) : writes;
  const send = (command: never): Promise<unknown> => {
    const isWrite = [PutCommand, DeleteCommand, UpdateCommand].some((kind) => (command as object) instanceof kind);
    return isWrite ? spend(() => client.send(command)) : client.send(command);
  };
  return new Proxy(client, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
};
