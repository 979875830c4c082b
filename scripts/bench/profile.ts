// Reads from a CPU profile what one extension's scripts cost: whatever ran in their functions or was called by them.

/** The part of a Chrome DevTools `Profiler.Profile` that is read. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** What the scripts of an extension cost. */
export interface ScriptCost {
  readonly totalMs: number;
  /** The longest time that they held the page's thread without a break. */
  readonly longestMs: number;
  /** Function to the time spent in itself and the browser's own functions that it called, dearest first. */
  readonly byFunction: readonly (readonly [name: string, ms: number])[];
}

const GARBAGE_COLLECTOR = '(garbage collector)';

/** Adds up the samples taken in scripts whose address begins with `origin`; collecting garbage between two counts too. */
export function scriptCost({ nodes, samples = [], timeDeltas = [] }: CpuProfile, origin: string): ScriptCost {
  const ownerOf = findOwners(nodes, origin);
  const collector = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === GARBAGE_COLLECTOR).map(({ id }) => id),
  );
  const byFunction = new Map<string, number>();
  let total = 0;
  let stretch = 0;
  let longest = 0;
  samples.forEach((id, index) => {
    const duration = timeDeltas[index + 1] ?? 0; // a delta is the time since the sample before
    const owner = ownerOf.get(id) ?? (stretch && collector.has(id) ? GARBAGE_COLLECTOR : undefined);
    stretch = owner === undefined ? 0 : stretch + duration;
    longest = Math.max(longest, stretch);
    if (owner === undefined) return;
    total += duration;
    byFunction.set(owner, (byFunction.get(owner) ?? 0) + duration);
  });
  return {
    totalMs: total / 1000,
    longestMs: longest / 1000,
    byFunction: [...byFunction].map(([name, us]) => [name, us / 1000] as const).sort(([, a], [, b]) => b - a),
  };
}

/** Node id to the innermost function of the extension that is on its stack. */
function findOwners(nodes: CpuProfile['nodes'], origin: string): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  const visit = (id: number, owner: string | undefined) => {
    const node = byId.get(id);
    if (!node) return;
    const { url, functionName } = node.callFrame;
    const own = url.startsWith(origin) ? functionName || '(top level)' : owner;
    if (own !== undefined) owners.set(id, own);
    for (const child of node.children ?? []) visit(child, own);
  };
  if (nodes[0]) visit(nodes[0].id, undefined);
  return owners;
}
