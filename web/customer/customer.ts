import { DATA_ID, type ScriptData } from "../../shared/page/script-data.ts";
import { complaintForm } from "./complaint.ts";
import { all, describeByWhatIsThere, one } from "./dom.ts";
import { openStore } from "./store.ts";
import { trackedCase } from "./tracking.ts";

/**
 * The one script of the customer pages. Both pages work without it; it hides questions that do not apply, keeps a draft,
 * and sends photos through a bad connection.
 */
const start = async (): Promise<void> => {
  const text = document.getElementById(DATA_ID)?.textContent;
  if (text === null || text === undefined) return;
  const data = JSON.parse(text) as ScriptData; // written by the page this script came with
  const store = await openStore();
  for (const plain of all("[data-plain]")) plain.remove();
  describeByWhatIsThere();
  if (data.page === "tracking") await trackedCase(data, store);
  else {
    const form = one<HTMLFormElement>("[data-form]");
    if (form !== null) await complaintForm(data, form, store);
  }
};

void start();
