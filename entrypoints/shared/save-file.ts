// Hands a file to the browser, which saves it where the reader has files saved.

const KEPT_MS = 60_000; // the browser reads it after the click

/** Saves it as `NAME-DATE.ENDING`. */
export function saveFile(content: Blob, name: string, ending: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
