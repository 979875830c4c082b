// Runs one command of the project: `node scripts/run.mjs COMMAND [ARGUMENT…]`, after setting up what it needs.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './browsers.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { SetupError } from './setup-error.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

const script = (name) => ['--import', 'tsx', `scripts/${name}.ts`];
const wxt = (...args) => ['node_modules/wxt/bin/wxt.mjs', ...args];

/** What each command needs beside the dependencies, and the Node processes that carry it out, one after another. */
const COMMANDS = {
  demo: { needs: ['chromium', 'chinese-fonts'], steps: [script('demo')], takesArguments: true },
  screenshots: { needs: ['chromium', 'chinese-fonts', 'chromium-languages'], steps: [script('screenshots')] },
  test: { needs: ['chromium', 'firefox', 'chinese-fonts'], steps: [script('test')] },
  fuzz: { needs: ['chromium'], steps: [script('fuzz')], takesArguments: true },
  dev: { needs: ['chromium'], steps: [script('dev')] },
  spot: { needs: [], steps: [script('spot')], takesArguments: true },
  eval: { needs: [], steps: [script('eval')], takesArguments: true },
  learn: { needs: [], steps: [script('learn')], takesArguments: true },
  bench: { needs: ['chromium'], steps: [script('bench')], takesArguments: true },
  glossary: { needs: [], steps: [script('glossary')], takesArguments: true },
  schema: { needs: [], steps: [script('schema')] },
  build: { needs: [], steps: [wxt('build')] },
  'build:firefox': { needs: [], steps: [wxt('build', '-b', 'firefox')] },
  // The Chrome package is also the one for Edge; wxt adds the sources zip to the one for Firefox.
  zip: { needs: [], steps: [wxt('zip'), wxt('zip', '-b', 'firefox')] },
};

async function run([name, ...args]) {
  requireNode();
  const command = findCommand(name);
  if (!command.takesArguments && args.length) throw new SetupError(`${name}: takes no arguments, found ${args[0]}`);
  await ensureDependencies(ROOT);
  await ensureBrowsers(command.needs);
  for (const step of command.steps) {
    const code = await runNode([...step, ...args]);
    if (code !== 0) return code;
  }
  return 0;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(`Termlight needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

function findCommand(name) {
  if (name !== undefined && Object.hasOwn(COMMANDS, name)) return COMMANDS[name];
  const found = name === undefined ? 'none' : `"${name}"`;
  throw new SetupError(`run: expected one of ${Object.keys(COMMANDS).join(', ')}; found ${found}`);
}

/** Resolves to the exit code. Ctrl+C reaches the child by itself: we only wait for it. */
function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
