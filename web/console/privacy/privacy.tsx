import { useEffect } from "react";
import { useDesk } from "../desk.ts";
import { hashOf, type Query } from "../route.ts";
import { Addresses } from "./addresses.tsx";
import { Forget } from "./forget.tsx";
import { Order } from "./order.tsx";

/** Where people's data is looked after: who is forgotten, and whom nothing is sent to. */
export const Privacy = ({ query: { order } }: { query: Query }) => {
  const { org, house, words } = useDesk();
  const { privacy } = words;
  useEffect(() => {
    document.title = `${privacy.title} · ${words.console}`;
  }, [privacy, words]);
  const keeps = house?.regulations.some((one) => one.keeps);
  const show = (erasure: string): void => location.assign(hashOf({ org, page: "privacy", query: { order: erasure } }));
  return (
    <>
      <div className="head">
        <div>
          <h1>{privacy.title}</h1>
          <p className="quiet">{privacy.lead}</p>
        </div>
      </div>
      {keeps === false && <p className="card empty">{privacy.mayNot}</p>}
      {keeps === true && (
        <>
          {order === undefined ? <Forget ordered={show} /> : <Order key={order} erasure={order} />}
          <Addresses />
        </>
      )}
    </>
  );
};
