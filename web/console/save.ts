/** Gives the browser a file to keep, under a name. */
export const save = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken it by the next turn of its loop
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
