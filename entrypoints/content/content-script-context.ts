// Stands in for wxt's class of this name, which tells every page by an event and a message that the extension is there.

/** wxt makes one for each content script; ours ends by its own signal (lifetime.ts). */
export class ContentScriptContext {}
