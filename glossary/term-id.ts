// Makes the id of a new term from its label, by the letters that the format allows.

const LONGEST = 60; // characters

/**
 * The words of the label in lower case; of any other sign the number, in hexadecimal: `c-2b-2b` for “C++”, `6cb3-9a6c`
 * for 河马. So other labels have other ids; what is taken all the same gets a number behind it.
 */
export function newTermId(label: string, taken: ReadonlySet<string>): string {
  const parts = label.toLowerCase().match(/[a-z0-9]+|[^\sa-z0-9-]/gu) ?? [];
  const words = parts.map((part) => (/^[a-z0-9]/.test(part) ? part : hexadecimal(part)));
  const id = words.join('-').slice(0, LONGEST).replace(/-$/, '') || 'term';
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

function hexadecimal(sign: string): string {
  return (sign.codePointAt(0) as number).toString(16);
}
