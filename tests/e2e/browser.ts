import type { Browser, Page } from 'playwright-core';
import { chromiumPath } from './requirements.mjs';

export interface Window {
  readonly page: Page;
  /** Addresses outside this machine that something asked for; each was refused. */
  readonly outside: readonly string[];
  close(): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Routing in the driver would take service workers away from webviews.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/** Opens a window of a headless Chromium that reaches nothing but this machine. */
export async function openWindow(): Promise<Window> {
  const { chromium } = await import('playwright-core');
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('There is no Chromium.');
  const browser: Browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const outside: string[] = [];
  const isOutside = (address: string) => {
    const { hostname, protocol } = new URL(address);
    return /^(https?|wss?):$/.test(protocol) && !isLocal(hostname);
  };
  // The parts of a webview have addresses that look outside, and come from a service worker of the editor.
  context.on('response', (response) => {
    if (isOutside(response.url()) && !response.fromServiceWorker()) outside.push(response.url());
  });
  context.on('requestfailed', (request) => {
    if (isOutside(request.url())) outside.push(request.url());
  });
  return { page: await context.newPage(), outside, close: () => browser.close() };
}

const isLocal = (hostname: string) => /(^|\.)(localhost|127\.0\.0\.1)$/.test(hostname);
