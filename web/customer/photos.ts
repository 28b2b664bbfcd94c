import type { PhotoType } from "../../shared/evidence/evidence.ts";
import { fill } from "../../shared/page/check.ts";
import type { ScriptData } from "../../shared/page/script-data.ts";
import { make, one } from "./dom.ts";
import type { Kept } from "./store.ts";

/** Some systems do not know HEIC and name no type; the name still does. */
const typeOf = (file: File): string => {
  const type = file.type.toLowerCase().replace("image/heif", "image/heic").replace("image/jpg", "image/jpeg");
  return type === "" && /\.hei[cf]$/i.test(file.name) ? "image/heic" : type;
};

/** The photos among chosen files, and what is said about the others. */
export const accepted = (
  files: Iterable<File>,
  { photos, say }: ScriptData,
): { readonly good: readonly { file: File; type: PhotoType }[]; readonly bad: readonly string[] } => {
  const good: { file: File; type: PhotoType }[] = [];
  const bad: string[] = [];
  for (const file of files) {
    const type = typeOf(file);
    const name = file.name;
    if (!photos.types.includes(type)) bad.push(fill(say.wrongType, { name }));
    else if (file.size === 0) bad.push(fill(say.emptyFile, { name }));
    else if (file.size > photos.maxBytes)
      bad.push(fill(say.tooLarge, { name, n: Math.floor(photos.maxBytes / 1024 ** 2) }));
    else good.push({ file, type: type as PhotoType }); // one of the types that the page announces
  }
  return { good, bad };
};

/** Shows a chosen photo with a button that takes it away again. */
export const preview = (chooser: HTMLElement, photo: Kept, say: ScriptData["say"], remove: () => void): void => {
  const address = URL.createObjectURL(photo.file);
  const image = make("img", { src: address, alt: photo.name });
  // Most browsers cannot show HEIC; the name tells which photo it is.
  image.onerror = () => image.replaceWith(make("span", { class: "blank" }, photo.name || say.noPreview));
  const button = make(
    "button",
    { type: "button", class: "link", "aria-label": fill(say.removePhoto, { name: photo.name }) },
    say.remove,
  );
  const item = make("li", {}, image, button);
  button.onclick = () => {
    URL.revokeObjectURL(address);
    item.remove();
    one("input", chooser)?.focus();
    remove();
  };
  one("[data-previews]", chooser)?.append(item);
};

/** Says how many are chosen, how many are missing, and what was turned away. */
export const count = (
  chooser: HTMLElement,
  say: ScriptData["say"],
  need: number,
  bad: readonly string[] = [],
): void => {
  const have = one("[data-previews]", chooser)?.childElementCount ?? 0;
  const missing = need - have;
  const words = [
    ...bad,
    ...(have > 0 ? [fill(say.chosen, { n: have })] : []),
    ...(need > 0 && have > 0 ? [missing > 0 ? fill(say.needMore, { n: missing }) : say.enough] : []),
  ];
  const line = one("[data-count]", chooser);
  if (line !== null) line.textContent = words.join(" · ");
};
