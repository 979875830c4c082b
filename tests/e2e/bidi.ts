// Speaks WebDriver BiDi to Firefox directly, for what puppeteer has no words for.
import type { Browser } from 'puppeteer-core';

/** What `script.evaluate` and `script.callFunction` give. */
export interface Evaluation {
  readonly result?: RemoteValue;
  readonly exceptionDetails?: { readonly text: string };
}

/** A string, or a node. */
export interface RemoteValue {
  readonly sharedId?: string;
  readonly value?: string | { readonly shadowRoot?: RemoteValue };
}

/** Puppeteer has the connection, but does not declare it. */
interface BidiBrowser {
  readonly connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

/** Sends a command; rejects with Firefox's own message. */
export async function sendBidi<R>(browser: Browser, method: string, parameters: object): Promise<R> {
  return (await (browser as unknown as BidiBrowser).connection.send(method, parameters)).result as R;
}

/** Evaluates an expression that gives a string in the browser's own window, with all its powers. */
export async function evaluateInFirefoxItself(browser: Browser, expression: string): Promise<string> {
  const { contexts } = await sendBidi<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const { result, exceptionDetails } = await sendBidi<Evaluation>(browser, 'script.evaluate', {
    target: { context: contexts[0]?.context },
    awaitPromise: true,
    expression,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return typeof result?.value === 'string' ? result.value : '';
}
