// Which site an address belongs to.

/** The host name of a web page; empty for a page of no site: a local file, a page of the browser or of an extension. */
export function siteOfAddress(address: string | undefined): string {
  return address && /^https?:/.test(address) ? new URL(address).hostname : '';
}
