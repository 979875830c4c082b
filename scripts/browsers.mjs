// Finds the browsers that the demo, the screenshots and the tests drive, and installs them where it can (Debian, as root).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './setup-error.mjs';

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
const onWindows = (path) => programFiles.filter(Boolean).map((folder) => join(folder, path));

const CHROMIUM = {
  variable: 'TERMLIGHT_CHROMIUM',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...onWindows('Chromium/Application/chrome.exe'),
    ...onWindows('Google/Chrome/Application/chrome.exe'),
    ...onWindows('Microsoft/Edge/Application/msedge.exe'),
  ],
};

const FIREFOX = {
  variable: 'TERMLIGHT_FIREFOX',
  names: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...onWindows('Mozilla Firefox/firefox.exe')],
};

/** What a command can need: how to tell that it is there, its Debian package, and what to tell others to install. */
const NEEDS = {
  chromium: {
    isMissing: () => !findChromium(),
    debianPackage: 'chromium',
    advice: `Install Chromium, Chrome or Edge, or set ${CHROMIUM.variable} to its path.`,
  },
  firefox: {
    isMissing: () => !findFirefox(),
    debianPackage: 'firefox-esr',
    advice: `Install Firefox, or set ${FIREFOX.variable} to its path.`,
  },
  'chinese-fonts': {
    isMissing: () => isDebian() && !spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim(),
    debianPackage: 'fonts-noto-cjk',
    advice: 'Install a Chinese font (fonts-noto-cjk), or every Chinese character is a box.',
  },
  'chromium-languages': {
    isMissing: () =>
      isDebian() && findChromium() === '/usr/bin/chromium' && !existsSync('/usr/lib/chromium/locales/zh-CN.pak'),
    debianPackage: 'chromium-l10n',
    advice: 'Install chromium-l10n, without which Chromium speaks English only.',
  },
};

/** The path of a Chromium, Chrome or Edge, or `null`. */
export function findChromium() {
  return findBrowser(CHROMIUM);
}

/** The path of a Firefox, or `null`. */
export function findFirefox() {
  return findBrowser(FIREFOX);
}

function findBrowser({ variable, names, places }) {
  const given = process.env[variable];
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupError(`${variable}: no such file: ${given}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
}

/** Installs what is missing, or throws one sentence that says what to install. All output goes to stderr. */
export function ensureBrowsers(needs) {
  const missing = needs.map((need) => NEEDS[need]).filter(({ isMissing }) => isMissing());
  if (!missing.length) return;
  if (canInstall()) installDebianPackages(missing.map(({ debianPackage }) => debianPackage));
  const stillMissing = missing.find(({ isMissing }) => isMissing());
  if (stillMissing) throw new SetupError(stillMissing.advice);
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function canInstall() {
  return isDebian() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installDebianPackages(packages) {
  console.error(`Installing ${packages.join(', ')} …`);
  runAptGet('update', '-qq');
  runAptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** A failure shows in what is still missing afterwards. Waits for another apt-get to end. */
function runAptGet(...args) {
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
