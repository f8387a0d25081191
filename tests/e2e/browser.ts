import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath } from './requirements.mjs';

export interface Window {
  readonly page: Page;
  /** Hosts outside this machine, with their ports, that something set out to reach; each was refused. */
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
  // Chromium would ask a server of its own what the fields of a form are for.
  '--autofill-server-url=http://127.0.0.1:9/',
  // What goes past the proxy finds no host.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/** Opens a window of a headless Chromium that reaches nothing but this machine. */
export async function openWindow(): Promise<Window> {
  const { chromium } = await import('playwright-core');
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('There is no Chromium.');
  const outside: string[] = [];
  const gate = await openGate((host) => outside.push(host));
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  } catch (error) {
    gate.close();
    throw error;
  }
  const { port } = gate.address() as AddressInfo;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // Of the window alone: Chromium itself asks for updates of its own.
    proxy: { server: `http://127.0.0.1:${port}`, bypass: 'localhost,*.localhost,127.0.0.1' },
  });
  const close = async () => {
    await browser.close();
    gate.closeAllConnections();
    gate.close();
  };
  return { page: await context.newPage(), outside, close };
}

/**
 * The proxy through which all that is not of this machine has to go, and which lets nothing through.
 *
 * The events of pages cannot stand for it: parts of a webview have addresses that look outside though a service
 * worker of the editor gives them, and where the webview goes before it has them they are called off like any other.
 */
async function openGate(refuse: (host: string) => void): Promise<Server> {
  const gate = createServer((request, response) => {
    refuse(new URL(request.url ?? '').host);
    response.writeHead(403).end();
  });
  gate.on('connect', (request, socket) => {
    refuse(request.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
  return gate;
}
