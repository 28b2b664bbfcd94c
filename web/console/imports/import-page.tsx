import { allowed, useDesk } from "../desk.ts";
import { FileImport } from "./file-import.tsx";

/** Taking cases over from a file. */
export const ImportPage = () => {
  const desk = useDesk();
  const { imports } = desk.words;
  return (
    <FileImport
      title={imports.title}
      lead={imports.lead}
      mayNot={desk.house === undefined ? undefined : imports.mayNot}
      regulations={allowed(desk, "register")}
      path="/imports"
      says={imports}
    />
  );
};
