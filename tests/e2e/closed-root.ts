// Reaches into the closed shadow root of the card, as only the browser's own debugging can, in Chromium and in Firefox.
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { type Evaluation, sendBidi } from './bidi.ts';
import type { BrowserName } from './harness.ts';

const CARD = 'termlight-card';

/**
 * Calls a function in the page, or in a frame of another site, with the card's shadow root as its first argument. It is sent as source: it may name
 * nothing outside itself; arguments and result are JSON. Gives `null` while there is no card element.
 */
export async function callInCard<A extends readonly unknown[], R>(
  browser: BrowserName,
  place: Page | Frame,
  cardFunction: (root: ShadowRoot, ...args: A) => R,
  ...args: A
): Promise<R | null> {
  const source = `(root) => ((__name) => JSON.stringify((${cardFunction})(root, ...${JSON.stringify(args)})))((named) => named)`;
  const json = await (browser === 'Firefox' ? callInFirefox(place, source) : callInChromium(place, source));
  return json === null ? null : (JSON.parse(json) as R);
}

async function callInChromium(place: Page | Frame, source: string): Promise<string | null> {
  const session = isFrame(place) ? clientOf(place) : await place.createCDPSession();
  try {
    const root = await findRootId(session);
    if (root === null) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: root });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { return (${source})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? 'null';
  } finally {
    if (!isFrame(place)) await session.detach();
  }
}

function isFrame(place: Page | Frame): place is Frame {
  return !('mainFrame' in place);
}

/** The session of the frame's own process, which puppeteer has, but does not declare. */
function clientOf(frame: Frame): CDPSession {
  return (frame as unknown as { client: CDPSession }).client;
}

async function findRootId(session: CDPSession): Promise<number | null> {
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector('${CARD}')` });
  if (!result.objectId) return null;
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: -1, pierce: true });
  return node.shadowRoots?.[0]?.backendNodeId ?? null;
}

async function callInFirefox(place: Page | Frame, source: string): Promise<string | null> {
  const [page, frame] = isFrame(place) ? [place.page(), place] : [place, place.mainFrame()];
  const target = { context: (frame as unknown as { _id: string })._id };
  const found = await sendBidi<Evaluation>(page.browser(), 'script.evaluate', {
    target,
    expression: `document.querySelector('${CARD}')`,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const host = found.result?.value;
  const sharedId = typeof host === 'object' ? host.shadowRoot?.sharedId : undefined;
  if (!sharedId) return null;
  const called = await sendBidi<Evaluation>(page.browser(), 'script.callFunction', {
    target,
    functionDeclaration: source,
    arguments: [{ sharedId }],
    awaitPromise: false,
  });
  if (called.exceptionDetails) throw new Error(called.exceptionDetails.text);
  return typeof called.result?.value === 'string' ? called.result.value : 'null';
}
