import { Alert } from "antd";
import { useCallback } from "react";
import type * as z from "zod";
import type { CaseAddress } from "../../../shared/api/addresses.ts";
import { useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";
import { Lift, whyClosed } from "../privacy/lift.tsx";
import { sayMoment } from "../words/time.ts";

/** That no mail goes to the customer, since when and why, and the way to change it; nothing while mail goes. */
export const Address = ({ path, version }: { path: string; version: number }) => {
  const { client, locale, words } = useDesk();
  const { privacy } = words;
  const ask = useCallback(() => client.get<z.infer<typeof CaseAddress>>(`${path}/address`), [client, path]);
  const { value, reload } = useLoaded(ask);
  if (value?.closed === undefined) return null;
  const { closed, mayLift } = value;
  return (
    <Alert
      className="closed-address"
      type="warning"
      showIcon
      role="status"
      title={privacy.caseTitle}
      description={
        <>
          <p>{privacy.caseSays(sayMoment(closed.since, locale), whyClosed(privacy.reasons, closed))}</p>
          {mayLift && <Lift path={`${path}/address/lift`} version={version} done={() => void reload()} />}
        </>
      }
    />
  );
};
