import { useEffect, useRef } from "react";
import { allowed, useDesk } from "./desk.ts";
import { hashOf, type Place } from "./route.ts";

/** The way from one place of the console to another; the import is for those alone who may register cases. */
export const Places = ({ place }: { place: Place }) => {
  const desk = useDesk();
  const { org, words, list } = desk;
  const { places } = words;
  const nav = useRef<HTMLElement>(null);
  // on a phone the places are one row that is longer than the screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place decides which link is the current one
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [place.page]);
  const links = [
    { href: list, says: places.list, here: place.page === undefined },
    { href: hashOf({ org, page: "register" }), says: places.register, here: place.page === "register" },
    { href: hashOf({ org, page: "visits" }), says: places.visits, here: place.page === "visits" },
    { href: hashOf({ org, page: "inspections" }), says: places.inspections, here: place.page === "inspections" },
    { href: hashOf({ org, page: "registers" }), says: words.registers.title, here: place.page === "registers" },
    { href: hashOf({ org, page: "reports" }), says: words.reports.title, here: place.page === "reports" },
    {
      href: hashOf({ org, page: "surveys" }),
      says: places.surveys,
      here: place.page === "surveys" || place.page === "customers",
    },
    { href: hashOf({ org, page: "kpis" }), says: words.kpis.title, here: place.page === "kpis" },
    { href: hashOf({ org, page: "digests" }), says: words.digests.title, here: place.page === "digests" },
    { href: hashOf({ org, page: "letters" }), says: places.letters, here: place.page === "letters" },
    ...(allowed(desk, "register").length > 0
      ? [{ href: hashOf({ org, page: "import" }), says: places.import, here: place.page === "import" }]
      : []),
    ...(desk.house?.regulations.some(({ keeps }) => keeps) === true
      ? [{ href: hashOf({ org, page: "privacy" }), says: words.privacy.title, here: place.page === "privacy" }]
      : []),
  ];
  return (
    <nav ref={nav} className="places" aria-label={places.title}>
      {links.map(({ href, says, here }) => (
        <a key={says} href={href} aria-current={here ? "page" : undefined}>
          {says}
        </a>
      ))}
    </nav>
  );
};
