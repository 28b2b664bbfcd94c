import { keptSession } from "./session/session.ts";
import { settingsAt } from "./session/settings.ts";
import { signInWith } from "./session/sign-in.ts";
import { keptLanguage } from "./words/language.ts";
import { openingIn } from "./words/opening.ts";

/** Says why the console cannot open, with the one thing to do about it; plain elements, since nothing else is loaded yet. */
const halt = (root: HTMLElement, says: string, label: string, act: () => void): void => {
  const text = document.createElement("p");
  text.textContent = says;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", act);
  const box = document.createElement("main");
  box.className = "halt";
  box.append(text, button);
  root.replaceChildren(box);
  button.focus();
};

/** Signs in before anything heavy is fetched: who is sent to the sign-in page has waited for a few kilobytes. */
const start = async (root: HTMLElement): Promise<void> => {
  const locale = keptLanguage();
  const words = openingIn(locale);
  document.documentElement.lang = locale;
  document.title = words.console;
  const settings = await settingsAt("config.json").catch(() => undefined); // said to the reader in the next line
  if (settings === undefined) return halt(root, words.failed.settings, words.again, () => location.reload());
  const signIn = signInWith(settings);
  const back = await signIn.comeBack().catch(() => "failed" as const); // likewise
  if (back === "failed") return halt(root, words.signIn.failed, words.signIn.again, () => void signIn.leave());
  if (back === undefined && keptSession() === undefined) {
    await signIn.leave().catch(() => halt(root, words.failed.settings, words.again, () => location.reload()));
    return;
  }
  const { run } = await import("./app.tsx");
  run(root, signIn);
};

const root = document.getElementById("root");
if (root !== null) void start(root);
